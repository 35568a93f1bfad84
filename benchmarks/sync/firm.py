"""Who and what there is before anything is measured: four projects with their assets, and 32 engineers."""

from dataclasses import dataclass
from typing import Any

import uuid_utils
from flask import Flask

from server.database import reading, writing
from server.installation import ensure_installation
from server.models import Credential
from server.passwords import passwords
from server.rules.ids import member_id
from server.sync.actor import Actor
from server.sync.apply import apply_operations
from server.sync.rights import organisation_of

NOW = "2026-11-22T08:00:00.000Z"
PASSWORD = "correct horse battery"
PROJECTS, ENGINEERS, ASSETS = 4, 32, 20
ITEMS = tuple(f"item_{number}" for number in range(1, 8))
SETTER = Actor("import", "benchmark")


@dataclass(frozen=True)
class Project:
    id: str
    room: str
    plan: str
    assets: list[str]


@dataclass(frozen=True)
class Firm:
    """Ids. Engineer `k` works in project `k % PROJECTS`."""

    engineers: list[str]
    projects: list[Project]
    template: str
    organisation: str


def new_id() -> str:
    return str(uuid_utils.uuid7())


def found(app: Flask) -> Firm:
    """Make the firm through operations, as an import does."""
    with app.app_context():
        with writing() as session:
            ensure_installation(session)
        engineers, template = [new_id() for _ in range(ENGINEERS)], new_id()
        _apply([_person(person, number) for number, person in enumerate(engineers)])
        _apply([_template(template)])
        projects = [_project(number, engineers) for number in range(PROJECTS)]
        hashed = passwords().hash(PASSWORD)
        with writing() as session:
            session.add_all(Credential(person_id=p, password_hash=hashed, changed_at=NOW) for p in engineers)
        with reading() as session:
            organisation = organisation_of(session)
    return Firm(engineers, projects, template, organisation)


def sign_in_name(engineer: int) -> str:
    return f"engineer{engineer}"


def _project(number: int, engineers: list[str]) -> Project:
    project = Project(new_id(), new_id(), new_id(), [new_id() for _ in range(ASSETS)])
    own = {"project_id": project.id}
    name = {"name_zh": f"项目{number}", "name_en": f"Project {number}"}
    _apply([_describe("project", project.id, {}, code=f"P{number}", time_zone="Asia/Shanghai", **name)])
    _apply([_describe("place", project.room, own, kind="room", **name)])
    _apply([_asset(asset, project, k) for k, asset in enumerate(project.assets)])
    when = {"rule": {"every": "day"}, "due_time": "18:00", "starts_on": "2026-01-01"}
    plan = {"template_key": "daily", "kind": "daily", "place_id": project.room, "asset_ids": project.assets}
    _apply([_describe("plan", project.plan, own, **name, **plan, **when)])
    for person in engineers[number::PROJECTS]:
        key = {**own, "person_id": person}
        shown = {"display_name_zh": "工程师", "display_name_en": "Engineer", "roles": ["engineer"]}
        _apply([_describe("member", member_id(project.id, person), key, **shown)])
        _apply([_operation("grant_role", args={**key, "roles": ["engineer"]})])
    return project


def _asset(asset: str, project: Project, number: int) -> dict[str, Any]:
    fields = {"kind": "device", "category": "ups", "importance": "normal", "place_id": project.room}
    name = {"code": f"UPS-{number:02d}", "name_zh": f"不间断电源{number}", "name_en": f"UPS {number}"}
    return _describe("asset", asset, {"project_id": project.id}, **fields, **name)


def _template(template: str) -> dict[str, Any]:
    common = {"required": True, "has_indication": True, "has_actual": True, "form_row": 4, "kind": "judgement"}
    items = [
        {**common, "check_key": key, "ordinal": k, "scope": "asset", "categories": ["ups"]}
        | {"title_zh": f"检查项{k}", "title_en": f"Item {k}"}
        for k, key in enumerate(ITEMS, start=1)
    ]
    names = {"name_zh": "巡检记录单", "name_en": "Inspection record", "resign": "on_finding_change"}
    return _operation("publish_template", doc=template, args={"key": "daily", "version": 1, **names, "items": items})


def _person(person: str, number: int) -> dict[str, Any]:
    names = {"display_name_zh": "工程师", "display_name_en": "Engineer", "language": "zh-CN"}
    return _operation("add_person", args={"person_id": person, "name": sign_in_name(number), **names})


def _describe(name: str, row: str, key: dict[str, str], **fields: Any) -> dict[str, Any]:
    return _operation(f"describe_{name}", edits=[{"doc": row, "type": name, "key": key, "set": fields, "was": {}}])


def _operation(name: str, **parts: Any) -> dict[str, Any]:
    return {"op": new_id(), "name": name, "at": NOW, **parts}


def _apply(operations: list[dict[str, Any]]) -> None:
    for answered in apply_operations(SETTER, operations):
        assert answered.record.outcome == "applied", answered.record.result
