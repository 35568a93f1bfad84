"""The one policy: who may see which stream, and who may do which operation where. Rights come from grants alone."""

from collections.abc import Mapping

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from server.models import Grant, Installation, Person
from server.prepared import Prepared
from server.sync.actor import Actor
from server.sync.parked import Parked
from server.sync.registry import OperationEntry

Grants = Mapping[str, frozenset[str]]
STAFF_ROLES = frozenset({"engineer", "supervisor", "desk"})
_GUESTS = frozenset({"client", "link"})
_GRANTS = Prepared(select(Grant.project_id, Grant.roles).where(Grant.person_id == bindparam("person")))
_ACTOR = Prepared(
    select(Person.is_administrator, Grant.project_id, Grant.roles)
    .outerjoin(Grant, Grant.person_id == Person.id)
    .where(Person.id == bindparam("person"))
)


def grants_of(session: Session, person_id: str) -> Grants:
    """Project id -> roles, as of now."""
    return {row.project_id: frozenset(row.roles) for row in _GRANTS.rows(session, person=person_id) if row.roles}


def person_actor(session: Session, person_id: str, device_id: str | None = None) -> Actor:
    rows = _ACTOR.rows(session, person=person_id)
    grants = {row.project_id: frozenset(row.roles) for row in rows if row.project_id and row.roles}
    is_administrator = any(row.is_administrator for row in rows)
    return Actor("person", person_id, device_id, grants=grants, is_administrator=is_administrator)


def organisation_of(session: Session) -> str:
    return session.scalars(select(Installation.organisation_id)).one()


def visible_streams(grants: Grants, person_id: str, organisation_id: str) -> set[str]:
    """Every stream that this person may read (invariant I9)."""
    streams = {f"user:{person_id}"}
    for project_id, roles in grants.items():
        if roles & STAFF_ROLES:
            streams |= {f"project:{project_id}", f"org:{organisation_id}"}
        if "client" in roles:
            streams.add(f"project:{project_id}:client")
    return streams


def may_read_project(grants: Grants, project_id: str | None) -> bool:
    """Staff read everything of their projects."""
    return bool(project_id and grants.get(project_id, frozenset()) & STAFF_ROLES)


def authorise(actor: Actor, entry: OperationEntry, project_id: str | None) -> None:
    """Park what the actor has no right to; a foreign project and an unknown one get the same answer."""
    if actor.is_server:
        return
    if entry.administrators:
        if not actor.is_administrator:
            raise Parked("forbidden", "role_missing")
        return
    if entry.own and project_id is None:
        return  # whose rows they are was asked where they were placed
    roles = actor.roles_anywhere() if entry.anywhere and project_id is None else actor.roles_in(project_id)
    if not roles & STAFF_ROLES and not roles & _GUESTS:
        raise Parked("forbidden", "unknown_document")
    if not roles & entry.roles:
        raise Parked("forbidden", "role_missing", needs=sorted(entry.roles))
