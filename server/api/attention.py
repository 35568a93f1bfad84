"""What needs a person: operations that are parked or wait, and the server's own work that keeps failing."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from flask_smorest import Blueprint
from marshmallow import Schema, fields, validate
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.database import reading
from server.desk.unsettled import unsettled
from server.errors import NotFound
from server.jobs.kinds import KINDS
from server.jobs.troubles import TROUBLES, JobTrouble, troubles_of
from server.language import Language, request_language
from server.models import Grant, Operation, Person
from server.notifications.failing import failing_messages
from server.notifications.kinds import KINDS as MESSAGES
from server.notifications.sending.send_failed import TROUBLES as SEND_TROUBLES
from server.signed_in import signed_in
from server.sync.actor import SERVER_KINDS
from server.sync.entangled import causes_of, standing, waiting_for_each
from server.sync.messages import sentence_of
from server.sync.rights import grants_of
from server.sync.wire import PROTOCOL, IdField

blueprint = Blueprint("attention", __name__, url_prefix="/api/projects")
MOST = 200
SECRETS = ("address", "secret")  # of a channel


class CauseInAttention(Schema):
    """What an operation waits for; `outcome` is null while it has not come."""

    op = IdField()
    name = fields.String(allow_none=True)
    by = fields.String(allow_none=True)
    outcome = fields.String(allow_none=True)


class OperationInAttention(Schema):
    """One operation that was not applied: who, when, what, why, and what hangs on it."""

    op = IdField()
    name = fields.String()
    at = fields.String()
    by = IdField(allow_none=True)
    by_name_zh = fields.String(allow_none=True)
    by_name_en = fields.String(allow_none=True)
    outcome = fields.String()
    code = fields.String(allow_none=True)
    reason = fields.String(allow_none=True)
    message = fields.String(allow_none=True)
    body = fields.String(metadata={"description": "the operation as it came, JSON text"})
    waits_for = fields.List(fields.Nested(CauseInAttention))
    held_up = fields.Integer(metadata={"description": "how many operations wait for this one"})
    stands = fields.Dict(keys=fields.String(), metadata={"description": "what the fields that it sets say now"})


class JobInAttention(Schema):
    """Work that follows from operations or recurs, and failed again and again."""

    id = IdField()
    kind = fields.String(validate=validate.OneOf(sorted(KINDS)))
    since = fields.String(metadata={"description": "when it was first asked for"})
    attempts = fields.Integer()
    next_at = fields.String(metadata={"description": "when it is tried again by itself"})
    trouble = fields.String(validate=validate.OneOf(TROUBLES))
    error = fields.String(metadata={"description": "the class of the last error, for the operator"})


class MessageInAttention(Schema):
    """A message that did not go out again and again."""

    id = IdField()
    kind = fields.String(validate=validate.OneOf(MESSAGES))
    ticket_id = IdField(allow_none=True)
    number = fields.String(allow_none=True, metadata={"description": "the ticket's"})
    to_zh = fields.String(allow_none=True, metadata={"description": "a person or channel; null: somebody by a link"})
    to_en = fields.String(allow_none=True)
    since = fields.String()
    attempts = fields.Integer()
    next_at = fields.String(metadata={"description": "when it is tried again by itself"})
    trouble = fields.String(validate=validate.OneOf(SEND_TROUBLES))
    detail = fields.String(metadata={"description": "what the receiver says, for the operator"})


class Attention(Schema):
    protocol = fields.String()
    operations = fields.List(fields.Nested(OperationInAttention))
    jobs = fields.List(fields.Nested(JobInAttention))
    messages = fields.List(fields.Nested(MessageInAttention))


@blueprint.get("/<uuid:project_id>/attention")
@blueprint.alt_response(200, schema=Attention)
def list_attention(project_id: object) -> dict[str, Any]:
    """Parked and waiting operations, newest first, jobs and messages that keep failing, oldest first."""
    person = signed_in()
    with reading() as session:
        roles = grants_of(session, person.person_id).get(str(project_id), frozenset())
        if "supervisor" not in roles:
            raise NotFound
        members = select(Grant.person_id).where(Grant.project_id == str(project_id))
        rows = session.execute(
            select(Operation, Person.display_name_zh, Person.display_name_en)
            .outerjoin(Person, Person.id == Operation.actor_id)
            .where(*unsettled(str(project_id)))
            .order_by(Operation.received_at.desc(), Operation.op_id)
            .limit(MOST)
        ).all()
        language = request_language()
        hangs = _entangled(session, str(project_id), [operation for operation, *_ in rows])
        return {
            "protocol": PROTOCOL,
            "operations": [_shown(*row, language) | hangs[row[0].op_id] for row in rows],
            "jobs": [_job(one) for one in troubles_of(session, set(session.scalars(members)))],
            "messages": [asdict(one) for one in failing_messages(session, str(project_id))],
        }


def _entangled(session: Session, project_id: str, operations: Sequence[Operation]) -> dict[str, dict[str, Any]]:
    ops = [operation.op_id for operation in operations]
    held_up, causes = waiting_for_each(session, ops), causes_of(session, ops)
    stands = standing(session, project_id, operations)
    return {op: {"waits_for": causes.get(op, []), "held_up": held_up[op], "stands": stands[op]} for op in ops}


def _job(one: JobTrouble) -> dict[str, Any]:
    names = ("kind", "since", "attempts", "next_at", "trouble", "error")
    return {"id": one.job, **{name: getattr(one, name) for name in names}}


def _shown(operation: Operation, name_zh: str | None, name_en: str | None, language: Language) -> dict[str, Any]:
    reason = operation.result.get("reason")
    details = operation.result.get("details") or {}
    return {
        "op": operation.op_id,
        "name": operation.name,
        "at": operation.received_at,
        "by": operation.actor_id if operation.actor_kind == "person" else None,
        "by_name_zh": name_zh,
        "by_name_en": name_en,
        "outcome": operation.outcome,
        "code": operation.code,
        "reason": reason,
        "message": sentence_of(operation.code, reason).say(language, **details) if operation.code else None,
        "body": _body(operation),
    }


def _body(operation: Operation) -> str:
    """As it came, but for what is nobody's to read."""
    if operation.project_id is None and operation.actor_kind in SERVER_KINDS:
        return "{}"  # what belongs to no project may be about any of them
    if operation.name != "change_channel":
        return operation.body
    body = json.loads(operation.body)
    args = body.get("args")
    if not isinstance(args, dict):
        return "{}"
    return json.dumps({**body, "args": {**args, **{name: "…" for name in SECRETS if name in args}}}, ensure_ascii=False)
