"""Forgets jobs that were done long ago; until then their keys stay taken."""

from datetime import timedelta

from flask import Flask
from sqlalchemy import delete

from server.clock import now
from server.database import writing
from server.jobs.registry import Payload, job
from server.models.job import DONE, Job
from server.models.types import instant_text

REMEMBERED = timedelta(days=14)


@job("sweep_jobs", every=timedelta(days=1))
def sweep_jobs(app: Flask, payload: Payload) -> None:
    with writing() as session:
        done_before = instant_text(now() - REMEMBERED)
        session.execute(delete(Job).where(Job.state == DONE, Job.finished_at <= done_before))
