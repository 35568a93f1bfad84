"""The staff's list of sealed records. Phones hold the last two weeks; here is all of it."""

from typing import Any

from flask_smorest import Blueprint
from marshmallow import Schema, fields, validate

from server.database import reading
from server.errors import NotFound
from server.reports.archive import Wanted, search_archive
from server.signed_in import signed_in
from server.sync.rights import grants_of, may_read_project
from server.sync.wire import PROTOCOL, IdField

blueprint = Blueprint("archive", __name__, url_prefix="/api/projects")

MOST_ROUNDS = 100_000
LONGEST_SEARCH = 200


class ArchiveQuery(Schema):
    month = fields.String(load_default="", validate=validate.Regexp(r"(\d{4}-(0[1-9]|1[0-2]))?\Z"))
    text = fields.String(load_default="", validate=validate.Length(max=LONGEST_SEARCH))
    offset = fields.Integer(load_default=0, validate=validate.Range(min=0, max=MOST_ROUNDS))


class RecordStaff(Schema):
    display_name_zh = fields.String()
    display_name_en = fields.String()


class ArchivedRecord(Schema):
    round_id = IdField()
    number = fields.String(allow_none=True)
    name_zh = fields.String()
    name_en = fields.String()
    occurrence_date = fields.String()
    sealed_at = fields.String()
    seal_hash = fields.String()
    staff = fields.List(fields.Nested(RecordStaff), metadata={"description": "who handed it in"})
    assets = fields.Integer()
    findings = fields.Integer(metadata={"description": "abnormal items that stand"})


class ArchivePage(Schema):
    protocol = fields.String()
    months = fields.List(fields.String(), metadata={"description": "YYYY-MM of all sealed records, newest first"})
    total = fields.Integer(metadata={"description": "all sealed records of the project"})
    found = fields.Integer(metadata={"description": "those that match"})
    records = fields.List(fields.Nested(ArchivedRecord))


@blueprint.get("/<uuid:project_id>/records")
@blueprint.arguments(ArchiveQuery, location="query")
@blueprint.alt_response(200, schema=ArchivePage)
def list_records(asked: dict[str, Any], project_id: object) -> dict[str, Any]:
    """Sealed records, newest first, 40 at once: of a month, and with every word of `text` in number, name, room,
    assets, people or findings. For staff; a client's own are in its stream."""
    person = signed_in()
    with reading() as session:
        if not may_read_project(grants_of(session, person.person_id), str(project_id)):
            raise NotFound
        return {"protocol": PROTOCOL, **search_archive(session, str(project_id), Wanted(**asked))}
