"""The reports after a major incident, as PDF, for the ticket's staff."""

from typing import Any

from flask import Response
from flask_smorest import Blueprint
from marshmallow import Schema, fields, validate

from server.api.records import PDF, pdf_answer
from server.clock import now
from server.database import reading
from server.errors import NotFound
from server.models import Ticket
from server.reports.incident.printing import KINDS_OF_REPORT, print_incident
from server.reports.words import LANGUAGES
from server.signed_in import signed_in
from server.sync.rights import grants_of, may_read_project

blueprint = Blueprint("incident_reports", __name__, url_prefix="/api/tickets")


class ReportQuery(Schema):
    kind = fields.String(load_default="incident", validate=validate.OneOf(KINDS_OF_REPORT))
    lang = fields.String(load_default="zh-CN", validate=validate.OneOf(LANGUAGES))


@blueprint.get("/<uuid:ticket_id>/report.pdf")
@blueprint.arguments(ReportQuery, location="query")
@blueprint.response(200, content_type=PDF, description="The report")
def get_incident_report(asked: dict[str, Any], ticket_id: object) -> Response:
    """突发事件工作报告, or 故障分析和解决和预防报告, from the ticket as it stands."""
    person_id = signed_in().person_id
    with reading() as session:
        ticket = session.get(Ticket, str(ticket_id))
        if ticket is None or not may_read_project(grants_of(session, person_id), ticket.project_id):
            raise NotFound
    pdf = print_incident(str(ticket_id), asked["kind"], asked["lang"], now())
    if pdf is None:
        raise NotFound
    return pdf_answer(pdf, f"{asked['kind']}-{ticket_id}.pdf")
