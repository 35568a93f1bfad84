"""An hour of work on one server: two engineers, a supervisor at a desk, a service desk and a client."""

from dataclasses import dataclass, replace
from typing import Any

from flask import Flask

from server.jobs import run_due_jobs
from server.rules.ids import round_id
from tests.support.clock import FakeClock
from tests.support.keeping_phone import KeepingPhone
from tests.support.pictures import picture
from tests.support.tus_phone import sha256
from tests.support.walk import answer_all, approve, heads, send_back, sign, submit, take_photo
from tests.support.world import World

NEXT_DAY = "2026-11-23"


@dataclass
class Team:
    app: Flask
    clock: FakeClock
    world: World

    def __post_init__(self) -> None:
        names = {"anna": "engineer", "ben": "colleague", "boss": "supervisor", "desk": "desk", "client": "client"}
        for attribute, name in names.items():
            setattr(self, attribute, self.phone(name))

    anna: KeepingPhone = None  # type: ignore[assignment]  # set by __post_init__, one a name
    ben: KeepingPhone = None  # type: ignore[assignment]  # likewise
    boss: KeepingPhone = None  # type: ignore[assignment]  # likewise
    desk: KeepingPhone = None  # type: ignore[assignment]  # likewise
    client: KeepingPhone = None  # type: ignore[assignment]  # likewise

    def phone(self, name: str) -> KeepingPhone:
        phone = KeepingPhone(self.app.test_client(), self.clock, self.world, name).sign_in()
        phone.pull()
        return phone

    @property
    def phones(self) -> list[KeepingPhone]:
        return [self.anna, self.ben, self.boss, self.desk, self.client]

    def pull_all(self) -> None:
        self.clock.advance(minutes=3)
        for phone in self.phones:
            phone.pull()


def before_the_backup(team: Team) -> None:
    """Some of the first round is there already."""
    team.anna.answers(team.world.ups, "battery", value="normal", reading="24.5")
    team.desk.pull()
    team.pull_all()


def the_hour(team: Team) -> None:
    """Everything that can happen, in an order that makes it depend on each other."""
    _first_round_is_walked(team)
    _tickets_are_worked_on(team)
    _first_round_is_decided(team)
    _second_round_is_begun(team)
    _someone_leaves(team)
    run_due_jobs(team.app)
    team.pull_all()


def applied(result: dict[str, Any]) -> dict[str, Any]:
    assert result["outcome"] in ("applied", "conflict"), result
    return result


def _open(phone: KeepingPhone, day: str) -> None:
    world = phone.world
    args = {"plan_id": world.plan, "occurrence_date": day, "template_id": world.template}
    applied(phone.does("open_round", doc=world.round, args=args, after=heads(phone)))


def _scan(phone: KeepingPhone, asset_id: str) -> None:
    args = {"asset_id": asset_id, "tag_id": None, "raw": "X", "method": "typed"}
    applied(phone.does("scan_asset", doc=phone.world.round, args=args, after=heads(phone)))


def _first_round_is_walked(team: Team) -> None:
    """Both answer the fan without having seen each other; the supervisor settles it at her desk."""
    world, anna, ben = team.world, team.anna, team.ben
    _open(anna, "2026-11-22")
    _open(ben, "2026-11-22")
    _scan(anna, world.ups)
    _scan(ben, world.recorder)
    fan = {"value": "abnormal", "severity": 2, "seen": "风扇异响", "actual": "轴承磨损"}
    applied(answer_all(anna, **fan))
    assert ben.answers(world.ups, "fan", value="normal", actual="正常")["outcome"] == "conflict"
    applied(ben.answers(world.recorder, "picture", value="abnormal", severity=3, seen="画面抖动"))
    content = picture(size=(64, 48))
    applied(take_photo(anna, hash=sha256(content), bytes=len(content), width=64, height=48))
    anna.photographs(team.app, content)
    run_due_jobs(team.app)
    team.pull_all()
    _settle_conflicts(team.boss)
    parked = team.client.answers(world.ups, "fan", value="normal")
    assert parked["outcome"] == "parked"
    args = {"op": parked["op"], "choice": "set_aside", "note": "甲方不填"}
    applied(team.boss.does("settle_parked", args=args, seen={}))


def _settle_conflicts(boss: KeepingPhone) -> None:
    boss.pull()
    for doc, field in sorted(
        {(row["doc_id"], row["field"]) for row in boss.sees("conflict") if row["state"] == "open"}
    ):
        boss.pull()
        group = [r for r in boss.sees("conflict") if (r["doc_id"], r["field"], r["state"]) == (doc, field, "open")]
        seen = {each: boss.writers_of(boss.base[each]) for each in (doc, *(row["id"] for row in group))}
        args = {"field": field, "choice": "keep", "take": None, "conflicts": [row["id"] for row in group]}
        applied(boss.does("settle_conflict", doc=doc, args=args, seen=seen))


def _ticket(phone: KeepingPhone, asset_id: str) -> dict[str, Any]:
    phone.pull()
    return next(row for row in phone.sees("ticket") if row["asset_id"] == asset_id)


def _ticket_heads(phone: KeepingPhone, ticket_id: str) -> list[str]:
    events = [row for row in phone.sees("ticket_event") if row["ticket_id"] == ticket_id]
    named = {op for event in events for op in event["after"]}
    return sorted(event["id"] for event in events if event["id"] not in named)


def _tickets_are_worked_on(team: Team) -> None:
    ticket = _ticket(team.desk, team.world.ups)
    said = {"doc": ticket["id"], "args": {"text": "已联系厂家"}, "after": _ticket_heads(team.desk, ticket["id"])}
    applied(team.desk.does("comment_ticket", **said))
    team.desk.pull()
    seen = {ticket["id"]: team.desk.writers_of(team.desk.base[ticket["id"]])}
    args = {"assignee_ids": [team.world.people["engineer"]]}
    applied(team.desk.does("assign_ticket", doc=ticket["id"], args=args, seen=seen))


def _first_round_is_decided(team: Team) -> None:
    """Sent back once, mended, signed, sealed; its tickets are confirmed, one is resolved."""
    anna, boss = team.anna, team.boss
    applied(sign(anna, "engineer"))
    applied(submit(anna))
    team.pull_all()
    applied(send_back(boss))
    team.pull_all()
    applied(anna.answers(team.world.ups, "fan", remark="已加固"))
    applied(sign(anna, "engineer"))
    applied(sign(anna, "client"))
    applied(submit(anna))
    team.pull_all()
    _settle_conflicts(boss)
    applied(approve(boss, reason="人已回"))
    team.pull_all()
    ticket = _ticket(anna, team.world.ups)
    findings = [row["id"] for row in anna.sees("finding") if row["ticket_id"] == ticket["id"]]
    args = {"findings": findings, "solution": "换风扇", "how": "fixed"}
    applied(anna.does("resolve_ticket", doc=ticket["id"], args=args, after=_ticket_heads(anna, ticket["id"])))


def _second_round_is_begun(team: Team) -> None:
    """The recorder is abnormal again: the finding joins the open ticket of the first round."""
    world = team.world
    tomorrow = replace(world, round=round_id(world.plan, NEXT_DAY))
    for phone in (team.anna, team.ben):
        phone.world = tomorrow
    _open(team.anna, NEXT_DAY)
    team.pull_all()
    applied(team.ben.answers(world.recorder, "picture", value="abnormal", severity=1, seen="无画面"))
    applied(team.anna.answers(world.ups, "fan", value="normal"))
    edit = {"doc": tomorrow.round, "type": "round", "set": {"problem": "画面"}, "was": {"problem": []}}
    applied(team.anna.does("write_form", edits=[edit]))
    applied(submit(team.anna))
    team.pull_all()


def _someone_leaves(team: Team) -> None:
    """Ben's rights end within the hour: what he did before was rightful."""
    args = {"person_id": team.world.people["colleague"], "project_id": team.world.project}
    applied(team.boss.does("revoke_role", args=args, seen={}))
