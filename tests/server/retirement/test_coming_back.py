"""What happens to a retired round or ticket counts as ever, and brings it back, whole, for another fortnight."""

from tests.server.retirement.conftest import Pass
from tests.server.retirement.test_leaving import chief, kinds, resolve
from tests.server.sync.conftest import PhoneOf
from tests.server.sync.test_conflicts import settle
from tests.support import walk
from tests.support.wire_phone import WirePhone
from tests.support.world import World

__all__ = ["chief"]


def test_a_late_finding_brings_its_round_back_and_raises_its_ticket(
    chief: WirePhone, phone_of: PhoneOf, world: World, days_pass: Pass
) -> None:
    late = phone_of("colleague")
    days_pass(20)
    assert world.round not in chief.pull().base
    result = late.answers(world.recorder, "picture", value="abnormal", severity=2, seen="黑屏")
    assert result["outcome"] in ("applied", "conflict")
    for phone in (chief, late, phone_of("engineer")):
        rows = phone.pull().seen_of_round()
        assert world.round in rows
        assert {row["id"] for row in phone.sees("answer")} <= rows.keys()
        assert len(phone.sees("answer")) == 4
        assert {ticket["check_key"] for ticket in phone.sees("ticket")} == {"fan", "picture"}


def test_it_leaves_again_when_it_was_quiet_again(
    chief: WirePhone, phone_of: PhoneOf, world: World, days_pass: Pass
) -> None:
    late = phone_of("colleague")
    days_pass(20)
    assert late.answers(world.ups, "fan", remark="补记")["outcome"] == "applied"
    days_pass(10)
    assert world.round in chief.pull().base
    days_pass(5)
    assert world.round not in chief.pull().base


def test_a_late_difference_can_be_settled(chief: WirePhone, phone_of: PhoneOf, world: World, days_pass: Pass) -> None:
    late = phone_of("colleague")
    late.base.clear()
    days_pass(20)
    assert late.answers(world.ups, "fan", seen="没问题")["outcome"] == "conflict"
    assert settle(chief, "take")["outcome"] == "applied"
    assert chief.pull().answer(world.ups, "fan")["seen"] == "没问题"


def test_a_comment_on_a_retired_photo_brings_the_round_back(chief: WirePhone, world: World, days_pass: Pass) -> None:
    """The operation names the photo alone."""
    (photo,) = chief.sees("photo")
    days_pass(20)
    chief.pull()
    marks = {"width": 4, "height": 3, "marks": [{"kind": "ring", "points": [[0.5, 0.5], [0.6, 0.6]]}]}
    edit = {"doc": photo["id"], "type": "photo", "set": {"markup": marks}, "was": {}}
    assert chief.does("mark_photo", edits=[edit])["outcome"] == "applied"
    assert world.round in chief.pull().base
    assert len(chief.sees("answer")) == 4


def test_a_ticket_that_is_reopened_comes_back_whole(
    chief: WirePhone, phone_of: PhoneOf, world: World, days_pass: Pass
) -> None:
    ticket = resolve(chief)
    days_pass(20)
    assert ticket not in chief.pull().base
    assert chief.does("reopen_ticket", doc=ticket, args={"reason": "又响了"}, after=[])["outcome"] == "applied"
    for phone in (chief, phone_of("desk")):
        assert {"ticket", "finding", "ticket_event", "photo", "answer"} <= kinds(phone)
        assert len(phone.sees("ticket_event")) >= 3
    assert world.round not in chief.base


def test_who_was_away_meanwhile_sees_what_the_others_see(
    chief: WirePhone, phone_of: PhoneOf, world: World, days_pass: Pass
) -> None:
    away, late = phone_of("engineer"), phone_of("colleague")
    days_pass(20)
    late.answers(world.ups, "fan", remark="补记")
    days_pass(20)
    assert away.pull().base == chief.pull().base


def test_rights_given_again_load_what_is_in_the_feed_now(
    chief: WirePhone, phone_of: PhoneOf, world: World, days_pass: Pass
) -> None:
    ben = phone_of("colleague")
    whom = {"person_id": world.people["colleague"], "project_id": world.project}
    assert chief.does("revoke_role", args=whom, seen={})["outcome"] == "applied"
    assert not ben.pull().sees("asset")
    days_pass(15)
    assert chief.does("grant_role", args={**whom, "roles": ["engineer"]}, seen={})["outcome"] == "applied"
    assert len(ben.pull().sees("asset")) == 2
    assert world.round not in ben.base
    assert walk.heads(ben) == []
