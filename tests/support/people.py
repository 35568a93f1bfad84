"""The cast of every permission test: an engineer, her supervisor, a client, and an engineer of another company."""

from dataclasses import dataclass

import uuid_utils
from sqlalchemy.orm import Session

from server.clock import now
from server.installation import ensure_installation
from server.models import Credential, Grant, Person, Project
from server.models.types import instant_text
from server.passwords import passwords

PASSWORD = "correct horse battery"


@dataclass(frozen=True)
class Cast:
    project_id: str
    foreign_project_id: str
    engineer: str
    supervisor: str
    client: str
    outsider: str


def add_cast(session: Session) -> Cast:
    """Make the four people, their two projects and their rights; return the ids."""
    ensure_installation(session)
    home, foreign = add_project(session, "home"), add_project(session, "foreign")
    session.flush()
    return Cast(
        project_id=home,
        foreign_project_id=foreign,
        engineer=add_person(session, "engineer", {home: ["engineer"]}),
        supervisor=add_person(session, "supervisor", {home: ["supervisor"]}),
        client=add_person(session, "client", {home: ["client"]}),
        outsider=add_person(session, "outsider", {foreign: ["engineer"]}),
    )


def add_project(session: Session, code: str) -> str:
    project_id = str(uuid_utils.uuid7())
    names = {"code": code, "name_zh": code, "name_en": code}
    session.add(Project(id=project_id, project_id=project_id, **names))
    return project_id


def add_person(session: Session, name: str, roles: dict[str, list[str]]) -> str:
    person_id = str(uuid_utils.uuid7())
    session.add(Person(id=person_id, name=name, display_name_zh=name, display_name_en=name, language="zh-CN"))
    session.flush()
    hashed = passwords().hash(PASSWORD)
    session.add(Credential(person_id=person_id, password_hash=hashed, changed_at=instant_text(now())))
    for project_id, held in roles.items():
        session.add(Grant(person_id=person_id, project_id=project_id, roles=held))
    return person_id
