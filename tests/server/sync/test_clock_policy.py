"""The clock policy of a project: every change a new version, values that make no sense refused by their field."""

from typing import Any

import pytest

from server.rules.sla_policy import default_policy
from tests.server.sync.conftest import PhoneOf
from tests.support.wire_phone import WirePhone


def changes(phone: WirePhone, seen: dict[str, list[str]] | None = None, **parts: Any) -> dict[str, Any]:
    versions = {row["id"]: phone.writers_of(row) for row in phone.documents("sla_policy")}
    args = {"project_id": phone.world.project, "body": {**default_policy(), **parts}}
    return phone.does("change_policy", doc=None, args=args, seen=versions if seen is None else seen)


def versions(phone: WirePhone) -> list[dict[str, Any]]:
    return sorted(phone.pull().sees("sla_policy"), key=lambda row: int(row["version"]))


def test_every_change_is_a_version_that_says_who_and_when(phone_of: PhoneOf) -> None:
    chief = phone_of("supervisor")
    assert changes(chief, auto_confirm_days=7)["outcome"] == "applied"
    chief.pull()
    chief.clock.advance(hours=1)
    assert changes(chief, auto_confirm_days=None)["outcome"] == "applied"
    first, second = versions(phone_of("engineer"))
    assert (first["version"], first["body"]["auto_confirm_days"]) == (1, 7)
    assert (second["version"], second["body"]["auto_confirm_days"]) == (2, None)
    assert second["changed_by"] == chief.world.people["supervisor"]
    assert second["valid_from"] > first["valid_from"]


def test_values_that_make_no_sense_are_named_by_their_fields(phone_of: PhoneOf) -> None:
    chief = phone_of("supervisor")
    result = changes(chief, escalate_at=0, calendar={**default_policy()["calendar"], "days": {"2026-13-01": "holiday"}})
    assert (result["outcome"], result["reason"]) == ("parked", "policy_makes_no_sense")
    assert result["details"]["problems"] == [
        {"field": "escalate_at", "reason": "out_of_range"},
        {"field": "calendar.days.2026-13-01", "reason": "wrong_day"},
    ]
    assert versions(chief) == []


@pytest.mark.parametrize("body", [5, [], None, "x"])
def test_what_is_no_policy_at_all_is_refused(phone_of: PhoneOf, body: Any) -> None:
    chief = phone_of("supervisor")
    args = {"project_id": chief.world.project, "body": body}
    assert chief.does("change_policy", doc=None, args=args, seen={})["reason"] == "malformed"


def test_who_has_not_seen_the_newest_version_decides_again(phone_of: PhoneOf) -> None:
    chief, other = phone_of("supervisor"), phone_of("supervisor")
    changes(chief, repeat_window_days=10)
    result = changes(other, repeat_window_days=20)
    assert (result["outcome"], result["code"]) == ("parked", "stale")
    assert [row["body"]["repeat_window_days"] for row in versions(chief)] == [10]
