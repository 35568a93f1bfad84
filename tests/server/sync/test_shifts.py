"""The duty roster: planned and swapped by the desk, cancelled, never deleted."""

from typing import Any

import pytest

from tests.server.sync.conftest import PhoneOf
from tests.support.wire_phone import WirePhone
from tests.support.world import new_id

DAY, NIGHT = ("2026-11-22T00:00:00.000Z", "2026-11-22T12:00:00.000Z"), ("2026-11-22T12:00:00Z", "2026-11-23T00:00:00Z")


def planned(phone: WirePhone, person: str, hours: tuple[str, str] = DAY, **fields: Any) -> dict[str, Any]:
    said = {"person_id": phone.world.people[person], "duty": "first", "starts_at": hours[0], "ends_at": hours[1]}
    key = {"project_id": phone.world.project}
    return {"doc": new_id(), "type": "shift", "key": key, "set": {**said, **fields}, "was": {}}


def changed(phone: WirePhone, doc: str, **fields: Any) -> dict[str, Any]:
    writers = phone.base[doc]["writers"]
    return {"doc": doc, "type": "shift", "set": fields, "was": {name: writers.get(name, []) for name in fields}}


@pytest.fixture
def desk(phone_of: PhoneOf) -> WirePhone:
    return phone_of("desk")


def test_a_planned_shift_reaches_every_engineers_phone(phone_of: PhoneOf, desk: WirePhone) -> None:
    assert desk.does("plan_shift", edits=[planned(desk, "engineer", note="热线转接")])["outcome"] == "applied"
    (seen,) = phone_of("colleague").sees("shift")
    assert (seen["person_id"], seen["starts_at"], seen["note"]) == (desk.world.people["engineer"], DAY[0], "热线转接")


def test_two_people_change_places_by_one_operation(phone_of: PhoneOf, desk: WirePhone) -> None:
    pair = [planned(desk, "engineer", DAY), planned(desk, "colleague", NIGHT)]
    desk.does("plan_shift", edits=pair)
    desk.pull()
    people = [each["set"]["person_id"] for each in pair]
    swap = [changed(desk, each["doc"], person_id=other) for each, other in zip(pair, reversed(people), strict=True)]
    assert desk.does("plan_shift", edits=swap)["outcome"] == "applied"
    now = {row["id"]: row["person_id"] for row in phone_of("engineer").sees("shift")}
    assert [now[each["doc"]] for each in pair] == people[::-1]


def test_a_cancelled_shift_stays_with_its_moment_and_the_first_one_counts(desk: WirePhone) -> None:
    shift = planned(desk, "engineer")
    desk.does("plan_shift", edits=[shift])
    for _ in range(2):
        assert desk.does("cancel_shift", doc=shift["doc"], args={}, after=[])["outcome"] == "applied"
        desk.clock.advance(hours=1)
    (seen,) = desk.pull().sees("shift")
    assert seen["cancelled_at"] == "2026-11-22T07:00:00.000Z"


@pytest.mark.parametrize(("language", "words"), [("zh-CN", "结束得比开始早"), ("en", "end before it starts")])
def test_a_shift_that_ends_before_it_starts_is_refused_in_the_persons_language(
    desk: WirePhone, language: str, words: str
) -> None:
    desk.language = language
    for hours in (DAY[::-1], (DAY[0], DAY[0])):
        result = desk.does("plan_shift", edits=[planned(desk, "engineer", hours)])
        assert (result["outcome"], result["reason"]) == ("parked", "shift_ends_first")
        assert words in result["message"]


def test_one_end_moved_before_the_start_is_refused_as_well(desk: WirePhone) -> None:
    shift = planned(desk, "engineer")
    desk.does("plan_shift", edits=[shift])
    edit = changed(desk.pull(), shift["doc"], ends_at="2026-11-21T23:00:00Z")
    assert desk.does("plan_shift", edits=[edit])["reason"] == "shift_ends_first"
    assert desk.pull().base[shift["doc"]]["fields"]["ends_at"] == DAY[1]


def test_only_the_projects_staff_can_be_on_duty(desk: WirePhone) -> None:
    assert desk.does("plan_shift", edits=[planned(desk, "client")])["reason"] == "not_staff"
    assert desk.does("plan_shift", edits=[planned(desk, "outsider")])["reason"] == "unknown_reference"


def test_a_kept_end_that_lies_before_the_start_cannot_be_taken(phone_of: PhoneOf, desk: WirePhone) -> None:
    shift = planned(desk, "engineer")
    desk.does("plan_shift", edits=[shift])
    late = phone_of("supervisor")
    desk.pull()
    desk.does("plan_shift", edits=[changed(desk, shift["doc"], ends_at="2026-11-22T20:00:00Z")])
    desk.pull().does("plan_shift", edits=[changed(desk, shift["doc"], starts_at="2026-11-22T16:00:00Z")])
    unseen = changed(late, shift["doc"], ends_at="2026-11-22T13:00:00Z")
    assert late.does("plan_shift", edits=[unseen])["outcome"] == "conflict"
    (conflict,) = desk.pull().documents("conflict")
    args = {"field": "ends_at", "choice": "take", "take": conflict["id"], "conflicts": [conflict["id"]]}
    seen = {doc: desk.writers_of(desk.base[doc]) for doc in (shift["doc"], conflict["id"])}
    assert desk.does("settle_conflict", doc=shift["doc"], args=args, seen=seen)["reason"] == "shift_ends_first"


def test_an_hour_without_its_offset_is_not_guessed(desk: WirePhone) -> None:
    result = desk.does("plan_shift", edits=[planned(desk, "engineer", ("2026-11-22T08:00:00", DAY[1]))])
    assert (result["outcome"], result["reason"]) == ("parked", "malformed")
