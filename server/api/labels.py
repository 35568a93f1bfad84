"""Labels to print: all of a project, or chosen assets, on a sheet that may have been begun."""

from typing import Any

from flask import Response
from flask_smorest import Blueprint
from marshmallow import Schema, fields, validate

from server.api.records import PDF, pdf_answer
from server.config import current_config
from server.database import reading
from server.errors import InvalidInput, NotFound
from server.language import Sentence
from server.reports.labels.printing import print_labels, read_labels
from server.reports.labels.sheets import SHEETS
from server.signed_in import signed_in
from server.sync.rights import grants_of, may_read_project

blueprint = Blueprint("labels", __name__, url_prefix="/api/projects")

MOST_ASSETS = 5_000
NO_TAGS = Sentence("所选设备没有在用的标签。", "None of these assets has a tag in use.")


class LabelsQuery(Schema):
    sheet = fields.String(load_default="a4-24", validate=validate.OneOf(list(SHEETS)))
    asset = fields.List(fields.UUID(), load_default=list, validate=validate.Length(max=MOST_ASSETS))
    start = fields.Integer(load_default=1, validate=validate.Range(min=1, max=65))


@blueprint.get("/<uuid:project_id>/labels.pdf")
@blueprint.arguments(LabelsQuery, location="query")
@blueprint.response(200, content_type=PDF, description="The labels")
def get_labels(asked: dict[str, Any], project_id: object) -> Response:
    """Labels of the tags in use; `start` is the first free label of the first sheet."""
    return _labels(asked, str(project_id))


@blueprint.post("/<uuid:project_id>/labels.pdf")
@blueprint.arguments(LabelsQuery)
@blueprint.response(200, content_type=PDF, description="The labels")
def print_many(asked: dict[str, Any], project_id: object) -> Response:
    """The same for more assets than an address can name. It changes nothing."""
    return _labels(asked, str(project_id))


def _labels(asked: dict[str, Any], project_id: str) -> Response:
    person_id = signed_in().person_id
    sheet = SHEETS[asked["sheet"]]
    if asked["start"] > sheet.per_page:
        raise InvalidInput(errors={"start": [f"1–{sheet.per_page}"]})
    with reading() as session:
        if not may_read_project(grants_of(session, person_id), project_id):
            raise NotFound
        asset_ids = [str(asset_id) for asset_id in asked["asset"]]
        labels = read_labels(session, project_id, asset_ids, origin=current_config().tag_origin)
    if not labels:
        raise NotFound(NO_TAGS)
    return pdf_answer(print_labels(sheet, labels, start=asked["start"]), f"labels-{sheet.name}.pdf")
