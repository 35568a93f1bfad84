"""What has long been settled leaves the feed, so that a first sync does not grow with age."""

from datetime import timedelta

from flask import Flask

from server.database import reading, writing
from server.jobs.registry import Payload, job
from server.notifications.leaving import let_old_notices_leave
from server.sync.hanging import RootType
from server.sync.retirement import due, forget_gone, retire

MOST = 200  # in one run, well within its lease; the rest is for the next
ROOTS: tuple[RootType, ...] = ("round", "ticket", "shift", "contact")


@job("retire", every=timedelta(hours=1))
def retire_quiet(app: Flask, payload: Payload) -> None:
    """Rounds first: a ticket stays while a round of its own is shown."""
    for kind in ROOTS:
        with reading() as session:
            roots = due(session, kind, MOST)
        for root in roots:
            with writing() as session:
                retire(session, root)


@job("retire_notices", every=timedelta(days=1))
def retire_notices(app: Flask, payload: Payload) -> None:
    with writing() as session:
        let_old_notices_leave(session)


@job("forget_gone", every=timedelta(days=1))
def forget(app: Flask, payload: Payload) -> None:
    with writing() as session:
        forget_gone(session)
