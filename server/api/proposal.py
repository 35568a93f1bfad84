"""Who is proposed for a ticket, and why (T3)."""

from typing import Any

from flask_smorest import Blueprint
from marshmallow import Schema, fields, validate
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.clock import now
from server.database import reading
from server.desk.candidates import candidates_for
from server.errors import NotFound
from server.models import Asset, Member
from server.models.types import instant_text
from server.operations.fields import SEVERITIES
from server.rules.assignment import propose
from server.signed_in import signed_in
from server.sync.rights import grants_of, may_read_project
from server.sync.wire import PROTOCOL, IdField

blueprint = Blueprint("proposal", __name__, url_prefix="/api/projects")
REASONS = (
    "on_duty", "off_duty", "skilled", "not_skilled", "busy", "in_hand", "free", "fixed_before", "at_site",
)  # fmt: skip


class ProposalQuery(Schema):
    asset = IdField(load_default=None, metadata={"description": "what it is about, where that is known"})
    severity = fields.Integer(load_default=None, validate=validate.OneOf(SEVERITIES))


class ReasonOfProposal(Schema):
    """One word for or against; the rest are its facts, null where it has none of that kind."""

    code = fields.String(required=True, validate=validate.OneOf(REASONS))
    good = fields.Boolean(required=True)
    duty = fields.String()
    until = fields.String()
    category = fields.String()
    open = fields.Integer(metadata={"description": "open tickets in hand"})
    severity = fields.Integer(allow_none=True, metadata={"description": "the worst of them"})
    times = fields.Integer()
    at = fields.String()
    minutes = fields.Integer(metadata={"description": "since then"})


class ProposedEngineer(Schema):
    person_id = IdField(required=True)
    display_name_zh = fields.String(required=True)
    display_name_en = fields.String(required=True)
    phone = fields.String(required=True, allow_none=True)
    reasons = fields.List(fields.Nested(ReasonOfProposal), required=True)


class Proposal(Schema):
    protocol = fields.String(required=True)
    at = fields.String(required=True)
    candidates = fields.List(fields.Nested(ProposedEngineer), required=True)


@blueprint.get("/<uuid:project_id>/proposal")
@blueprint.arguments(ProposalQuery, location="query")
@blueprint.alt_response(200, schema=Proposal)
def get_proposal(asked: dict[str, Any], project_id: object) -> dict[str, Any]:
    """Every engineer of the project, the best for this first, each with reasons. The desk decides."""
    project = str(project_id)
    at = instant_text(now())
    with reading() as session:
        if not may_read_project(grants_of(session, signed_in().person_id), project):
            raise NotFound
        category = _category(session, project, asked["asset"])
        candidates = candidates_for(session, project, asked["asset"], at)
        ranked = propose(candidates, category=category, severity=asked["severity"], at=at)
        names = _names(session, project)
    shown = [{"person_id": one.person_id, **names[one.person_id], "reasons": one.reasons} for one in ranked]
    return {"protocol": PROTOCOL, "at": at, "candidates": shown}


def _category(session: Session, project_id: str, asset_id: str | None) -> str | None:
    """An asset of another project is as little there as one that nobody has."""
    if asset_id is None:
        return None
    here = select(Asset.category).where(Asset.id == asset_id, Asset.project_id == project_id)
    category = session.scalars(here).one_or_none()
    if category is None:
        raise NotFound
    return category


def _names(session: Session, project_id: str) -> dict[str, dict[str, str | None]]:
    shown = (Member.person_id, Member.display_name_zh, Member.display_name_en, Member.phone)
    rows = session.execute(select(*shown).where(Member.project_id == project_id)).mappings()
    return {row["person_id"]: {name: row[name] for name in row if name != "person_id"} for row in rows}
