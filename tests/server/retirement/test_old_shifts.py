"""A shift leaves the phones 60 days after it ended: what the desk still counts hours by has long been counted."""

from typing import Any

from tests.server.retirement.conftest import Pass
from tests.server.sync.conftest import PhoneOf
from tests.server.sync.test_shifts import changed, planned
from tests.support.wire_phone import WirePhone


def plan(phone: WirePhone) -> dict[str, Any]:
    edit = planned(phone, "engineer")
    assert phone.does("plan_shift", edits=[edit])["outcome"] == "applied"
    return edit


def test_it_stays_for_sixty_days_and_then_leaves(phone_of: PhoneOf, days_pass: Pass) -> None:
    desk = phone_of("desk")
    shift = plan(desk)
    days_pass(59)
    assert shift["doc"] in desk.pull().base
    days_pass(2)
    assert shift["doc"] not in desk.pull().base


def test_a_late_correction_brings_it_back(phone_of: PhoneOf, days_pass: Pass) -> None:
    desk, other = phone_of("desk"), phone_of("engineer")
    shift = plan(desk)
    desk.pull()
    days_pass(61)
    assert desk.does("plan_shift", edits=[changed(desk, shift["doc"], note="替班")])["outcome"] == "applied"
    assert other.pull().base[shift["doc"]]["fields"]["note"] == "替班"
