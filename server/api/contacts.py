"""Reading the register of calls, letters, e-mails and visits (来电来函登记), also what left the phones."""

import json
from collections.abc import Iterator
from typing import Any

from flask_smorest import Blueprint
from marshmallow import Schema, fields, validate

from server.api.retired import RetiredDocuments, answer_with, readable
from server.database import reading
from server.operations.contacts import CHANNELS
from server.operations.fields import InstantField
from server.reports.contacts import Asked, search_contacts
from server.reports.recent import LONGEST_NAME, recent_ids
from server.sync.pull import rows_by_id
from server.sync.wire import IdField

blueprint = Blueprint("contacts", __name__, url_prefix="/api/projects")

LONGEST_SEARCH = 200
AT_ONCE = 50
MOST_BYTES = 250_000


class ContactsQuery(Schema):
    before = IdField(load_default=None, metadata={"description": "go on after this one, as `next` said"})
    channel = fields.String(load_default=None, validate=validate.OneOf(CHANNELS))
    text = fields.String(load_default="", validate=validate.Length(max=LONGEST_SEARCH))
    since = InstantField(load_default=None)
    until = InstantField(load_default=None)


class RecentQuery(Schema):
    """Who calls, and about what; each may be missing."""

    caller = fields.String(load_default="", validate=validate.Length(max=LONGEST_NAME))
    phone = fields.String(load_default="", validate=validate.Length(max=LONGEST_NAME))
    asset = IdField(load_default=None)


@blueprint.get("/<uuid:project_id>/contacts")
@blueprint.arguments(ContactsQuery, location="query")
@blueprint.alt_response(200, schema=RetiredDocuments)
def list_contacts(asked: dict[str, Any], project_id: object) -> dict[str, Any]:
    """Contacts, newest first, 50 at once, with the tickets that they led to: of a channel, in a span of time, and with
    every word of `text` in caller, phone, organisation, words, answer, asset or ticket."""
    with reading() as session:
        project = readable(session, str(project_id))
        contacts, tickets = search_contacts(session, project, Asked(**asked, limit=AT_ONCE))
        docs = rows_by_id(session, {"contact": contacts, "ticket": tickets})
    return answer_with(project, docs, contacts[-1] if len(contacts) == AT_ONCE else None)


@blueprint.get("/<uuid:project_id>/recent")
@blueprint.arguments(RecentQuery, location="query")
@blueprint.alt_response(200, schema=RetiredDocuments)
def get_recent(asked: dict[str, Any], project_id: object) -> dict[str, Any]:
    """What there was lately with a caller and an asset (T2), at once: contacts, tickets, findings with their rounds.

    The newest 20 of each, 250 kB at most.
    """
    with reading() as session:
        project = readable(session, str(project_id))
        docs = rows_by_id(session, recent_ids(session, project, **asked))
    return answer_with(project, list(_within_bytes(docs)))


def _within_bytes(docs: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """As many as fit: somebody is on the line. Calls with very long texts are read in the register."""
    left = MOST_BYTES
    for doc in docs:
        left -= len(json.dumps(doc, ensure_ascii=False).encode())
        if left > 0:
            yield doc
