"""Making a person, and giving them roles in a project: what several operations on people share."""

from collections.abc import Mapping
from typing import Any

from marshmallow import fields, validate
from sqlalchemy import select

from server.models import Grant, Person
from server.rules.ids import member_id
from server.sync.feed import dialect_insert
from server.sync.parked import Parked
from server.sync.work import Work

SIGN_IN_NAME = r"[a-z0-9._-]{2,60}\Z"


def sign_in_name(*, required: bool = True) -> fields.String:
    """Small letters of the Latin alphabet, digits, dot, hyphen, underscore: what every keyboard has."""
    return fields.String(required=required, allow_none=not required, validate=validate.Regexp(SIGN_IN_NAME))


def new_person(work: Work, values: Mapping[str, Any]) -> None:
    """Make someone who can be given rights, at once. Making the same person again changes nothing."""
    session = work.books.session
    row = {"id": values["person_id"], **{name: value for name, value in values.items() if name != "person_id"}}
    session.execute(dialect_insert(session)(Person).on_conflict_do_nothing(index_elements=["id"]), [row])


def refuse_taken_name(work: Work, name: str) -> None:
    """For who chooses a name at a form: they hear it in words, and choose another."""
    if work.books.session.scalars(select(Person.id).where(Person.name == name)).first() is not None:
        raise Parked("invalid", "name_taken")


def keep_a_supervisor(work: Work) -> None:
    """Somebody answers for the project, also where two take each other out at once: its grants are locked."""
    if work.actor.is_server:
        return
    here = select(Grant).where(Grant.project_id == work.project_id).order_by(Grant.person_id)
    locked = here.with_for_update().execution_options(populate_existing=True)
    grants = {row.person_id: row.roles for row in work.books.session.scalars(locked)}
    if "supervisor" not in grants.get(str(work.person), ()):
        raise Parked("forbidden", "role_missing")


def give_roles(work: Work, person: Person, roles: list[str], *, phone: str | None = None) -> None:
    """Add these roles to those that the person has in the project, and show them among its members."""
    assert work.project_id is not None
    session = work.books.session
    key = {"person_id": person.id, "project_id": work.project_id}
    held = session.get(Grant, (person.id, work.project_id))
    all_roles = sorted({*roles, *(held.roles if held is not None else ())})
    upsert = dialect_insert(session)(Grant)
    # At the end: the project may be new in this very batch.
    work.books.at_end(
        upsert.on_conflict_do_update(index_elements=["person_id", "project_id"], set_={"roles": upsert.excluded.roles}),
        {**key, "roles": all_roles},
    )
    row_id = member_id(work.project_id, person.id)
    member = work.books.get("member", row_id)
    if member is None:
        names = {name: getattr(person, name) for name in ("display_name_zh", "display_name_en")}
        work.insert("member", row_id, person_id=person.id, **names, roles=all_roles, phone=phone)
        return
    work.books.write(member, "roles", all_roles, [work.op])
