"""Who is proposed, from the books: duty, skill, open tickets, earlier repairs, the last visit."""

from typing import Any

from tests.server.sync.conftest import PhoneOf
from tests.server.sync.test_shifts import planned
from tests.support import walk
from tests.support.on_ticket import does_on_ticket
from tests.support.wire_phone import WirePhone
from tests.support.world import World, new_id


def proposal(phone: WirePhone, **asked: Any) -> list[dict[str, Any]]:
    answer = phone.client.get(f"/api/projects/{phone.world.project}/proposal", query_string=asked)
    assert answer.status_code == 200, answer.text
    candidates: list[dict[str, Any]] = answer.get_json()["candidates"]
    return candidates


def codes(one: dict[str, Any]) -> list[str]:
    return [reason["code"] for reason in one["reasons"]]


def teach(phone: WirePhone, person: str, *skills: str) -> None:
    (member,) = [row for row in phone.sees("member") if row["person_id"] == phone.world.people[person]]
    edit = {"doc": member["id"], "type": "member", "set": {"skills": list(skills)}, "was": {"skills": []}}
    assert phone.does("describe_member", edits=[edit])["outcome"] == "applied"


def test_all_engineers_are_ranked_and_nobody_else(phone_of: PhoneOf, world: World) -> None:
    found = proposal(phone_of("desk"), asset=world.ups, severity=2)
    assert {one["display_name_en"] for one in found} == {"engineer", "colleague"}
    assert [codes(one) for one in found] == [["off_duty", "not_skilled", "free"]] * 2


def test_duty_and_skill_put_somebody_first(phone_of: PhoneOf, world: World) -> None:
    desk, chief = phone_of("desk"), phone_of("supervisor")
    teach(chief, "engineer", "ups")
    hours = ("2026-11-22T06:00:00Z", "2026-11-22T12:00:00Z")
    desk.does("plan_shift", edits=[planned(desk, "colleague", hours)])
    first, second = proposal(desk, asset=world.ups)
    assert (first["person_id"], codes(first)[0]) == (world.people["colleague"], "on_duty")
    assert codes(second)[:2] == ["off_duty", "skilled"]
    desk.clock.advance(hours=5)
    assert proposal(desk, asset=world.ups)[0]["person_id"] == world.people["engineer"]


def test_what_was_done_and_where_somebody_was_is_remembered(phone_of: PhoneOf, world: World) -> None:
    engineer, desk = phone_of("engineer"), phone_of("desk")
    walk.open_round(engineer)
    scan = {"asset_id": world.recorder, "raw": "x", "method": "typed"}
    assert engineer.does("scan_asset", doc=world.round, args=scan, after=[])["outcome"] == "applied"
    walk.walk(engineer, value="abnormal", severity=3, seen="响")
    does_on_ticket(engineer, "comment_ticket", text="看过")
    (finding,) = engineer.pull().sees("finding")
    does_on_ticket(engineer, "resolve_ticket", findings=[finding["id"]], solution="换风扇", how="fixed")
    desk.clock.advance(minutes=30)
    (mine,) = [one for one in proposal(desk, asset=world.ups) if one["person_id"] == world.people["engineer"]]
    facts = {reason["code"]: reason for reason in mine["reasons"]}
    assert facts["fixed_before"]["times"] == 1
    assert facts["at_site"]["minutes"] == 30


def test_open_tickets_make_somebody_the_next_one(phone_of: PhoneOf, world: World) -> None:
    engineer, desk = phone_of("engineer"), phone_of("desk")
    walk.walk(engineer, value="abnormal", severity=2, seen="响")
    (ticket,) = desk.pull().sees("ticket")
    seen = {ticket["id"]: desk.writers_of(desk.base[ticket["id"]])}
    best = proposal(desk, asset=world.ups, severity=2)[0]["person_id"]
    args = {"assignee_ids": [best]}
    assert desk.does("assign_ticket", doc=ticket["id"], args=args, seen=seen)["outcome"] == "applied"
    first, last = proposal(desk, asset=world.ups, severity=2)
    assert last["person_id"] == best and "busy" in codes(last) and "free" in codes(first)


def test_what_is_not_of_the_project_is_not_there(phone_of: PhoneOf, world: World) -> None:
    client = phone_of("desk").client
    at = f"/api/projects/{world.project}/proposal"
    for asset in (world.foreign_asset, new_id()):
        assert client.get(at, query_string={"asset": asset}).status_code == 404
    for asked in ({"asset": "no id"}, {"severity": 5}, {"severity": "x"}):
        assert client.get(at, query_string=asked).status_code == 422
