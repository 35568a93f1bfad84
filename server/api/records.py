"""The inspection record as a PDF: staff at any time (a draft says so), clients once it is sealed."""

from typing import Any

from flask import Response
from flask_smorest import Blueprint
from marshmallow import Schema, fields, validate
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.database import reading
from server.errors import NotFound
from server.models import Round
from server.reports.record.rendering import print_round
from server.reports.words import LANGUAGES
from server.signed_in import signed_in
from server.sync.rights import Grants, grants_of, may_read_project

blueprint = Blueprint("records", __name__, url_prefix="/api/rounds")

PDF = "application/pdf"


class RecordQuery(Schema):
    lang = fields.String(load_default="zh-CN", validate=validate.OneOf(LANGUAGES))


@blueprint.get("/<uuid:round_id>/record.pdf")
@blueprint.arguments(RecordQuery, location="query")
@blueprint.response(200, content_type=PDF, description="The record")
def get_record(asked: dict[str, Any], round_id: object) -> Response:
    """The printed record of a round; what is not sealed is marked as a draft on every page."""
    person_id = signed_in().person_id
    with reading() as session:
        if not _may_print(session, grants_of(session, person_id), str(round_id)):
            raise NotFound
    pdf = print_round(str(round_id), asked["lang"])
    if pdf is None:
        raise NotFound
    return pdf_answer(pdf, f"record-{round_id}.pdf")


def pdf_answer(pdf: bytes, name: str) -> Response:
    """Shown in the browser, saved under this name; a draft of now must not come from a cache later."""
    answer = Response(pdf, mimetype=PDF)
    answer.headers["Content-Disposition"] = f'inline; filename="{name}"'
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer


def _may_print(session: Session, grants: Grants, round_id: str) -> bool:
    round_ = session.execute(select(Round.project_id, Round.state).where(Round.id == round_id)).one_or_none()
    if round_ is None:
        return False
    is_client = "client" in grants.get(round_.project_id, frozenset())
    return may_read_project(grants, round_.project_id) or (is_client and round_.state == "sealed")
