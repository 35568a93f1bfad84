"""Adds people from the command line, by the operations that everything else uses."""

from dataclasses import dataclass

import uuid_utils
from sqlalchemy import select
from sqlalchemy.orm import Session

import server.operations  # noqa: F401  # registers every operation
from server.clock import now
from server.commands.refused import Refused
from server.database import reading, writing
from server.models import Credential, Person, PersonSession, Project
from server.models.types import instant_text
from server.passwords import new_password, passwords
from server.rules.ids import member_id
from server.sign_in import canonical_name
from server.sync.actor import Actor
from server.sync.apply import apply_operations

ACTOR = Actor("cli", "roundsman person")


@dataclass(frozen=True)
class NewPerson:
    name: str
    display_name_zh: str
    display_name_en: str
    language: str
    is_administrator: bool = False


def add_person(new: NewPerson) -> tuple[str, str]:
    """Add somebody with a new password; return the id and the password, which is told once."""
    person_id = str(uuid_utils.uuid7())
    names: dict[str, object] = {
        "display_name_zh": new.display_name_zh,
        "display_name_en": new.display_name_en,
        "language": new.language,
        "is_administrator": new.is_administrator,
    }
    _apply("add_person", args={"person_id": person_id, "name": canonical_name(new.name), **names})
    return person_id, set_password(person_id)


def grant(person_id: str, project_code: str, roles: list[str]) -> None:
    """Give roles in a project, and show the person among its members."""
    with reading() as session:
        project_id = session.scalars(select(Project.id).where(Project.code == project_code)).one_or_none()
        person = session.get_one(Person, person_id)
    if project_id is None:
        raise Refused(f"there is no project with the code {project_code}")
    key = {"project_id": project_id, "person_id": person_id}
    shown = {"display_name_zh": person.display_name_zh, "display_name_en": person.display_name_en, "roles": roles}
    edit = {"doc": member_id(project_id, person_id), "type": "member", "key": key, "set": shown, "was": {}}
    _apply("describe_member", edits=[edit])
    _apply("grant_role", args={**key, "roles": roles})


def appoint_administrator(person_id: str, is_administrator: bool) -> None:
    _apply("appoint_administrator", args={"person_id": person_id, "is_administrator": is_administrator}, seen={})


def revoke_device(device_id: str, reason: str) -> None:
    _apply("revoke_device", args={"device_id": device_id, "reason": reason}, seen={})


def readmit_device(device_id: str) -> None:
    _apply("readmit_device", args={"device_id": device_id}, seen={})


def person_named(name: str) -> str:
    with reading() as session:
        found = session.scalars(select(Person.id).where(Person.name == canonical_name(name))).one_or_none()
    if found is None:
        raise Refused(f"nobody signs in as {name}")
    return found


def set_password(person_id: str, password: str | None = None) -> str:
    """Give a new password and end every session of the person."""
    password = password or new_password()
    hashed = passwords().hash(password)
    with writing() as session:
        _write_credential(session, person_id, hashed)
        PersonSession.close_all(session, person_id)
    return password


def _write_credential(session: Session, person_id: str, hashed: str) -> None:
    session.merge(Credential(person_id=person_id, password_hash=hashed, changed_at=instant_text(now())))


def _apply(name: str, **parts: object) -> None:
    operation = {"op": str(uuid_utils.uuid7()), "name": name, "at": instant_text(now()), **parts}
    (answered,) = apply_operations(ACTOR, [operation])
    if answered.record.outcome != "applied":
        raise Refused(f"{name} was not applied: {answered.record.code} {answered.record.result}")
