"""Two engineers and two supervisors on one round, one checklist, one plan, each without having heard of the other.

The table is that of docs/protocol.md ("Merge", "Events and decisions"). Each row is made by both before either is
sent, and is sent in either order; a phone that comes up to date afterwards shows what the row says.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask

from server.sync.apply import apply_operations
from tests.server.sync.conftest import PhoneOf
from tests.server.sync.test_template_drafts import begins, seen
from tests.server.sync.test_template_drafts import edit as edit_of
from tests.support import walk
from tests.support.clock import FakeClock
from tests.support.wire_phone import WirePhone
from tests.support.world import SETTER, World, operation

Act = Callable[[WirePhone], dict[str, Any]]
Shown = Callable[[WirePhone], Any]


def answers(check: str, **values: Any) -> Act:
    return lambda phone: phone.make("answer_item", edits=[phone.edit(phone.world.ups, check, **values)])


def decides(name: str) -> Act:
    """Approve, or send back, what the screen shows."""

    def make(phone: WirePhone) -> dict[str, Any]:
        args: dict[str, Any] = {}
        if name == "send_back":
            comments = [row["id"] for row in phone.sees("comment")]
            args = {"comment_ids": comments, "reasons": dict.fromkeys(comments, "photo_unclear"), "note": None}
        return phone.make(name, doc=phone.world.round, args=args, seen=phone.seen_of_round())

    return make


def item_of(phone: WirePhone, key: str) -> str:
    return next(str(row["id"]) for row in phone.sees("draft_item") if row["check_key"] == key)


def drafts(key: str, **fields: Any) -> Act:
    def make(phone: WirePhone) -> dict[str, Any]:
        return phone.make("describe_draft", edits=[edit_of(phone, "draft_item", item_of(phone, key), **fields)])

    return make


def publishes(phone: WirePhone) -> dict[str, Any]:
    (draft,) = [row["id"] for row in phone.sees("template_draft") if row["state"] == "open"]
    args = {"newest_id": phone.world.template}
    return phone.make("publish_draft", doc=draft, args=args, seen=seen(phone, draft))


def plans(**fields: Any) -> Act:
    return lambda phone: phone.make("describe_plan", edits=[edit_of(phone, "plan", phone.world.plan, **fields)])


def fan(*names: str) -> Shown:
    return lambda phone: [phone.answer(phone.world.ups, "fan")[name] for name in names]


def battery(phone: WirePhone) -> Any:
    return phone.answer(phone.world.ups, "battery")["reading"]


def state(phone: WirePhone) -> Any:
    return phone.base[phone.world.round]["fields"]["state"]


def sealed(phone: WirePhone) -> Any:
    return [state(phone), *fan("remark")(phone), len(phone.sees("amendment"))]


def titles(phone: WirePhone) -> Any:
    row = phone.base[item_of(phone, "battery")]["fields"]
    return [row["title_zh"], row["high"]]


def plan(phone: WirePhone) -> Any:
    row = phone.base[phone.world.plan]["fields"]
    return [row["name_zh"], row["proof_percent"]]


@dataclass(frozen=True)
class Row:
    """`first`, `second`: who does what. `forth`: the two outcomes and what stands when sent so; `back`: the other
    way round, in the order of sending. `kept`: values that wait for somebody's decision, either way."""

    name: str
    before: str
    first: tuple[str, Act]
    second: tuple[str, Act]
    shown: Shown
    forth: tuple[str, str, Any]
    back: tuple[str, str, Any]
    kept: int = 0


BAD: dict[str, Any] = {"value": "abnormal", "severity": 2, "actual": "有异响"}
ANNA, BEN, CHIEF, OTHER = "engineer", "colleague", "supervisor", "desk"
TABLE = (
    Row("the worse of two answers stands, the other is kept", "open", (ANNA, answers("fan", value="normal")),
        (BEN, answers("fan", **BAD)), fan("value", "severity"),
        ("applied", "applied", ["abnormal", 2]), ("applied", "conflict", ["abnormal", 2]), 1),
    Row("the same answer is said together", "open", (ANNA, answers("fan", value="normal")),
        (BEN, answers("fan", value="normal")), fan("value"),
        ("applied", "applied", ["normal"]), ("applied", "applied", ["normal"])),
    Row("of two readings the first stands", "open", (ANNA, answers("battery", reading="24")),
        (BEN, answers("battery", reading="25")), battery,
        ("applied", "conflict", "24"), ("applied", "conflict", "25"), 1),
    Row("different items do not meet", "open", (ANNA, answers("fan", value="normal")),
        (BEN, answers("battery", reading="25")), battery, ("applied", "applied", "25"), ("applied", "applied", "25")),
    Row("different fields of an item do not meet", "open", (ANNA, answers("fan", value="normal")),
        (BEN, answers("fan", remark="滤网已清")), fan("value", "remark"),
        ("applied", "applied", ["normal", "滤网已清"]), ("applied", "applied", ["normal", "滤网已清"])),
    Row("two approve: one does", "submitted", (CHIEF, decides("approve_round")), (OTHER, decides("approve_round")),
        state, ("applied", "parked", "sealed"), ("applied", "parked", "sealed")),
    Row("one approves, one sends back: the first decides", "submitted", (CHIEF, decides("approve_round")),
        (OTHER, decides("send_back")), state, ("applied", "parked", "sealed"), ("applied", "parked", "sent_back")),
    Row("a word that the approval had not seen; after the seal it is an amendment", "submitted",
        (ANNA, answers("fan", remark="补一句")), (CHIEF, decides("approve_round")), sealed,
        ("applied", "parked", ["submitted", "补一句", 0]), ("applied", "applied", ["sealed", "补一句", 1])),
    Row("two write one field of a draft", "drafted", (CHIEF, drafts("battery", title_zh="温度")),
        (OTHER, drafts("battery", title_zh="表面温度")), titles,
        ("applied", "conflict", ["温度", "30"]), ("applied", "conflict", ["表面温度", "30"]), 1),
    Row("two write different fields of a draft", "drafted", (CHIEF, drafts("battery", title_zh="温度")),
        (OTHER, drafts("battery", high="28")), titles,
        ("applied", "applied", ["温度", "28"]), ("applied", "applied", ["温度", "28"])),
    Row("one publishes what the other is changing", "drafted", (CHIEF, publishes),
        (OTHER, drafts("battery", high="28")), titles,
        ("applied", "parked", ["电池温度", "30"]), ("applied", "parked", ["电池温度", "28"])),
    Row("two publish: one does", "drafted", (CHIEF, publishes), (OTHER, publishes), titles,
        ("applied", "parked", ["电池温度", "30"]), ("applied", "parked", ["电池温度", "30"])),
    Row("two change one field of a plan", "open", (CHIEF, plans(name_zh="甲")), (OTHER, plans(name_zh="乙")), plan,
        ("applied", "conflict", ["甲", 0]), ("applied", "conflict", ["乙", 0]), 1),
    Row("two change different fields of a plan", "open", (CHIEF, plans(name_zh="甲")),
        (OTHER, plans(proof_percent=20)), plan, ("applied", "applied", ["甲", 20]), ("applied", "applied", ["甲", 20])),
)  # fmt: skip


@pytest.fixture
def two_chiefs(app: Flask, world: World, clock: FakeClock) -> None:
    there = {"person_id": world.people[OTHER], "project_id": world.project, "roles": ["supervisor"]}
    with app.app_context():
        assert apply_operations(SETTER, [operation("grant_role", clock, args=there)])[0].record.outcome == "applied"


def prepare(app: Flask, phone_of: PhoneOf, row: Row) -> None:
    anna, chief = phone_of(ANNA), phone_of(CHIEF)
    if row.before == "drafted":
        begins(chief, chief.world.template)
        return
    assert walk.open_round(anna)["outcome"] == "applied"
    if row.before == "submitted":
        walk.answer_all(anna)
        walk.sign(anna, "engineer")
        walk.sign(anna, "client")
        assert walk.submit(anna)["outcome"] == "applied"
        pin = {"asset_id": anna.world.ups, "check_key": "fan", "text": "请重拍"}
        assert chief.pull().does("pin_comment", doc=anna.world.round, args=pin, after=[])["outcome"] == "applied"


@pytest.mark.usefixtures("two_chiefs")
@pytest.mark.parametrize("order", ["forth", "back"])
@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name)
def test_what_comes_of_it(app: Flask, phone_of: PhoneOf, row: Row, order: str) -> None:
    prepare(app, phone_of, row)
    made = [(phone, act(phone)) for phone, act in ((phone_of(who), act) for who, act in (row.first, row.second))]
    sent = made if order == "forth" else made[::-1]
    outcomes = [phone.push(op)["results"][0]["outcome"] for phone, op in sent]
    looking = phone_of(CHIEF)
    expected = row.forth if order == "forth" else row.back
    assert (*outcomes, row.shown(looking)) == expected
    assert len([one for one in looking.sees("conflict") if one["state"] == "open"]) == row.kept
    kept_from = [phone for (phone, _), outcome in zip(sent, outcomes, strict=True) if outcome == "parked"]
    for phone in kept_from:
        assert [one["outcome"] for one in phone.pull().sees("op_status")][-1:] == ["parked"]
