"""Operations that were not applied and wait for a person: where they are counted and where they are listed."""

from sqlalchemy import ColumnElement, TextClause, and_, or_, select, text

from server.models import Grant, Operation
from server.models.operation import UNSETTLED
from server.sync.actor import SERVER_KINDS


def unsettled(project_id: str) -> tuple[ColumnElement[bool], TextClause]:
    """Parked or waiting, of this project, and nobody has settled them."""
    members = select(Grant.person_id).where(Grant.project_id == project_id)
    here = or_(
        Operation.project_id == project_id,
        # Parked before it could be placed: shown where its author works.
        Operation.project_id.is_(None) & Operation.actor_id.in_(members),
        _unplaced_of_server(),
    )
    return here, text(UNSETTLED)


def _unplaced_of_server() -> ColumnElement[bool]:
    """The server's own work that was not stored and belongs to no project: like a failing job, everybody's concern."""
    not_stored = Operation.result["reason"].as_string() == "not_stored"
    return and_(Operation.project_id.is_(None), Operation.actor_kind.in_(SERVER_KINDS), not_stored)
