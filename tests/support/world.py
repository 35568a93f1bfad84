"""A small contract for tests of the sync engine, made through operations as everything else is."""

from dataclasses import dataclass
from typing import Any

import uuid_utils
from flask import Flask
from sqlalchemy.orm import Session

from server.database import writing
from server.installation import ensure_installation
from server.models import Credential
from server.models.types import instant_text
from server.passwords import passwords
from server.rules.ids import member_id, round_id
from server.sync.actor import Actor
from server.sync.apply import apply_operations
from tests.support.clock import FakeClock

PASSWORD = "correct horse battery"
DAY = "2026-11-22"
SETTER = Actor("import", "test world")


def new_id() -> str:
    return str(uuid_utils.uuid7())


@dataclass
class World:
    """Ids of what there is: two projects, five people, two assets and the day's round of the first project."""

    people: dict[str, str]
    project: str
    foreign_project: str
    room: str
    ups: str
    recorder: str
    foreign_asset: str
    foreign_room: str
    template: str
    plan: str
    foreign_plan: str
    round: str
    foreign_round: str


def template_items() -> list[dict[str, Any]]:
    """Two items on the UPS (a reading and a judgement), one on the recorder, one on the whole round."""
    common = {"required": True, "has_indication": True, "has_actual": True}
    return [
        {**common, "check_key": "fan", "ordinal": 1, "scope": "asset", "categories": ["ups"], "form_row": 4,
         "kind": "judgement", "title_zh": "风扇与滤网", "title_en": "Fan and filter"},
        {**common, "check_key": "battery", "ordinal": 2, "scope": "asset", "categories": ["ups"], "form_row": 4,
         "kind": "reading", "title_zh": "电池温度", "title_en": "Battery temperature", "unit": "℃", "decimals": 1,
         "low": "15", "high": "30"},
        {**common, "check_key": "picture", "ordinal": 3, "scope": "asset", "categories": ["recording"], "form_row": 1,
         "kind": "judgement", "title_zh": "实时画面显示正常", "title_en": "Live video display"},
        {**common, "check_key": "whole", "ordinal": 4, "scope": "round", "categories": [], "form_row": 7,
         "kind": "judgement", "title_zh": "整套系统工作正常", "title_en": "Whole system"},
    ]  # fmt: skip


def operation(name: str, clock: FakeClock, **parts: Any) -> dict[str, Any]:
    return {"op": new_id(), "name": name, "at": instant_text(clock.now()), **parts}


def make_world(app: Flask, clock: FakeClock) -> World:
    """Everything through `apply_operations`, as a demo or an import does it."""
    with app.app_context():
        with writing() as session:
            ensure_installation(session)
        maker = _Maker(clock)
        people = {
            name: maker.person(name) for name in ("engineer", "colleague", "supervisor", "desk", "client", "outsider")
        }
        home, foreign = maker.project("home"), maker.project("foreign")
        for name, role in _ROLES.items():
            maker.grant(people[name], foreign if name == "outsider" else home, name, role)
        room, foreign_room = maker.place(home), maker.place(foreign)
        ups, recorder = maker.asset(home, room, "ups", "UPS-01"), maker.asset(home, room, "recording", "NVR-01")
        foreign_asset = maker.asset(foreign, foreign_room, "ups", "UPS-99")
        template = maker.template()
        plan, foreign_plan = maker.plan(home, room, [ups, recorder]), maker.plan(foreign, foreign_room, [foreign_asset])
        maker.plan_round(plan, template)
        maker.plan_round(foreign_plan, template)
        with writing() as session:
            _give_passwords(session, people, clock)
    return World(
        people=people,
        project=home,
        foreign_project=foreign,
        room=room,
        ups=ups,
        recorder=recorder,
        foreign_asset=foreign_asset,
        foreign_room=foreign_room,
        template=template,
        plan=plan,
        foreign_plan=foreign_plan,
        round=round_id(plan, DAY),
        foreign_round=round_id(foreign_plan, DAY),
    )


_ROLES = {
    "engineer": "engineer",
    "colleague": "engineer",
    "supervisor": "supervisor",
    "desk": "desk",
    "client": "client",
    "outsider": "engineer",
}


def _give_passwords(session: Session, people: dict[str, str], clock: FakeClock) -> None:
    hashed = passwords().hash(PASSWORD)
    for person in people.values():
        session.add(Credential(person_id=person, password_hash=hashed, changed_at=instant_text(clock.now())))


class _Maker:
    """Applies one set-up operation after the other and insists that each is applied."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock

    def apply(self, name: str, **parts: Any) -> None:
        (answered,) = apply_operations(SETTER, [operation(name, self.clock, **parts)])
        assert answered.record.outcome == "applied", answered.record.result

    def describe(self, name: str, row_id: str, key: dict[str, str], **fields: Any) -> str:
        edit = {"doc": row_id, "type": name, "key": key, "set": fields, "was": {}}
        self.apply(f"describe_{name}", edits=[edit])
        return row_id

    def person(self, name: str) -> str:
        person_id = new_id()
        names = {"display_name_zh": name, "display_name_en": name, "language": "zh-CN"}
        self.apply("add_person", args={"person_id": person_id, "name": name, **names})
        return person_id

    def project(self, code: str) -> str:
        names = {"name_zh": code, "name_en": code, "time_zone": "Asia/Shanghai"}
        return self.describe("project", new_id(), {}, code=code, **names)

    def grant(self, person: str, project: str, name: str, role: str) -> None:
        key = {"project_id": project, "person_id": person}
        names = {"display_name_zh": name, "display_name_en": name, "roles": [role]}
        self.describe("member", member_id(project, person), key, **names)
        self.apply("grant_role", args={**key, "roles": [role]})

    def place(self, project: str) -> str:
        return self.describe("place", new_id(), {"project_id": project}, kind="room", name_zh="A机房", name_en="Room A")

    def asset(self, project: str, room: str, category: str, code: str) -> str:
        fields = {"kind": "device", "name_zh": code, "name_en": code, "importance": "normal", "place_id": room}
        return self.describe("asset", new_id(), {"project_id": project}, category=category, code=code, **fields)

    def template(self) -> str:
        template_id = new_id()
        names = {"name_zh": "巡检记录单", "name_en": "Inspection record", "resign": "on_finding_change"}
        args = {"key": "daily", "version": 1, **names, "items": template_items()}
        self.apply("publish_template", doc=template_id, args=args)
        return template_id

    def plan(self, project: str, room: str, assets: list[str]) -> str:
        fields = {"name_zh": "每日巡检", "name_en": "Daily round", "template_key": "daily", "kind": "daily"}
        when = {"rule": {"every": "day"}, "due_time": "18:00", "starts_on": "2026-11-01"}
        return self.describe(
            "plan", new_id(), {"project_id": project}, place_id=room, asset_ids=assets, **fields, **when
        )

    def plan_round(self, plan: str, template: str) -> None:
        args = {"plan_id": plan, "occurrence_date": DAY, "template_id": template}
        self.apply("plan_round", doc=round_id(plan, DAY), args=args)
