"""Keeps the assets of the plans that go by a scope, after assets or places of a project have changed.

Looked at as they are when it runs: what changes meanwhile asks for another run.
"""

import uuid_utils
from flask import Flask

from server.clock import now
from server.database import reading
from server.jobs.registry import Payload, job
from server.models.types import instant_text
from server.operations.scopes import JOB, covered, scoped_plans
from server.sync.actor import Actor
from server.sync.apply import apply_operations

ACTOR = Actor("job", JOB)


@job(JOB)
def keep_scopes(app: Flask, payload: Payload) -> None:
    """Only plans that cover something else now are written."""
    project_id = payload["project"]
    with reading() as session:
        moved = [
            plan.id
            for plan in scoped_plans(session, project_id)
            if covered(session, project_id, plan.scope or {}) != plan.asset_ids
        ]
    at = instant_text(now())
    apply_operations(
        ACTOR,
        [
            {"op": str(uuid_utils.uuid7()), "name": "keep_scope", "at": at, "doc": plan, "args": {}, "after": []}
            for plan in moved
        ],
    )
