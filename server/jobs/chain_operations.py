"""Chains what came, and once a day writes the heads outside the database (docs/operate.md, "Verify")."""

from datetime import timedelta

from flask import Flask

from server.chain.anchors import write_anchors
from server.chain.linking import link_new
from server.clock import now
from server.config import current_config
from server.jobs.registry import Payload, job
from server.models.types import instant_text


@job("chain_operations", every=timedelta(minutes=5))
def chain_operations(app: Flask, payload: Payload) -> None:
    while link_new():
        pass


@job("anchor_chains", every=timedelta(days=1))
def anchor_chains(app: Flask, payload: Payload) -> None:
    while link_new():
        pass
    write_anchors(current_config().data_dir, instant_text(now()))
