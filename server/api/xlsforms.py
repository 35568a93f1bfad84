"""XLSForms: what a file would be as a checklist (nothing is kept of it), and a checklist's version as such a file."""

from dataclasses import asdict
from typing import Any, Final

from flask import Response, request
from flask_smorest import Blueprint
from marshmallow import Schema, fields, validate
from sqlalchemy.orm import Session

from server.database import reading
from server.errors import Forbidden, InvalidInput, NotFound
from server.language import Sentence
from server.models import Template
from server.operations.template_drafts import DraftItemFields
from server.signed_in import signed_in
from server.sync.registry import SUPERVISORS
from server.sync.rights import STAFF_ROLES, grants_of
from server.sync.tus.body import refuse_if_longer
from server.xlsforms.reading import read_xlsform
from server.xlsforms.sheets import MAX_FILE_BYTES, NotAnXlsForm
from server.xlsforms.writing import xlsform_of

blueprint = Blueprint("xlsforms", __name__, url_prefix="/api")
FORM: Final = "application/octet-stream"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

REFUSED: dict[str, Sentence] = {
    "empty_file": Sentence("这个文件是空的。", "This file is empty."),
    "unreadable": Sentence(
        "读不了这个文件：不是 .xlsx、.xls 或 .csv 的 XLSForm，或文件已损坏。{said}",
        "This file cannot be read: it is no XLSForm as .xlsx, .xls or .csv, or it is damaged. {said}",
    ),
    "no_survey_sheet": Sentence(
        "这不是 XLSForm：没有带 type 一列的 survey 工作表。找到的工作表：{sheets}",
        "This is no XLSForm: it has no sheet “survey” with a column “type”. Its sheets: {sheets}",
    ),
    "too_large": Sentence("文件解开后超过 {limit} MB。", "Unpacked, this file is larger than {limit} MB."),
    "too_many_rows": Sentence("一张工作表超过 {limit} 行。", "A sheet has more than {limit} rows."),
    "too_many_items": Sentence("表单超过 {limit} 项。", "The form has more than {limit} questions."),
}


class RemarkAnswer(Schema):
    """`lost`: the form asks for it and the checklist does not."""

    kind = fields.String(required=True)
    lost = fields.Boolean(required=True)
    sheet = fields.String(required=True)
    row = fields.Integer(required=True, allow_none=True)
    column = fields.String(required=True, allow_none=True)
    value = fields.String(required=True, allow_none=True)


class ReadItem(DraftItemFields):
    class Meta:
        exclude = ("position", "removed")


class XlsFormAnswer(Schema):
    """An XLSForm read as a checklist."""

    key = fields.String(required=True)
    name_zh = fields.String(required=True)
    name_en = fields.String(required=True)
    resign = fields.String(required=True)
    items = fields.List(fields.Nested(ReadItem), required=True)
    remarks = fields.List(fields.Nested(RemarkAnswer), required=True)
    questions = fields.Integer(required=True)
    understood = fields.String(required=True, validate=validate.OneOf(("whole", "part", "nothing")))


class FileQuery(Schema):
    name = fields.String(load_default="", validate=validate.Length(max=200))


@blueprint.post("/xlsforms")
@blueprint.arguments(FileQuery, location="query")
@blueprint.doc(requestBody={"content": {FORM: {"schema": {"type": "string", "format": "binary"}}}})
@blueprint.response(200, XlsFormAnswer)
def read_form(asked: dict[str, Any]) -> dict[str, Any]:
    """Read an XLSForm as the items of a checklist, with all that was left out. Nothing is kept."""
    person_id = signed_in().person_id
    with reading() as session:
        if not _roles(session, person_id) & SUPERVISORS:
            raise Forbidden
    refuse_if_longer(MAX_FILE_BYTES)
    request.max_content_length = MAX_FILE_BYTES
    try:
        return asdict(read_xlsform(request.get_data(cache=False), asked["name"]))
    except NotAnXlsForm as why:
        raise InvalidInput(REFUSED[why.reason], reason=why.reason, **{"said": "", **why.details}) from None


@blueprint.get("/templates/<uuid:template_id>/xlsform.xlsx")
@blueprint.response(200, content_type=XLSX, description="The workbook")
def get_template_as_xlsform(template_id: object) -> Response:
    """A published version of a checklist as an XLSForm."""
    person_id = signed_in().person_id
    with reading() as session:
        found = session.get(Template, str(template_id)) if _roles(session, person_id) & STAFF_ROLES else None
        if found is None:
            raise NotFound
        names = ("key", "version", "name_zh", "name_en", "resign", "items")
        template = {name: getattr(found, name) for name in names}
    answer = Response(xlsform_of(template), mimetype=XLSX)
    name = f"{template['key']}-v{template['version']}.xlsx"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer


def _roles(session: Session, person_id: str) -> frozenset[str]:
    return frozenset[str]().union(*grants_of(session, person_id).values())
