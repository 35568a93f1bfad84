"""T3: on duty, free, skilled; then who knows the asset, has less in hand, was there last. Every place says why."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.rules.assignment import Candidate, propose
from server.rules.roster import OnDuty

NOW = "2026-11-22T03:00:00.000Z"
FIRST: OnDuty = {"person_id": "x", "duty": "first", "until": "2026-11-22T12:00:00.000Z"}
SECOND: OnDuty = {**FIRST, "duty": "second"}


def order(*candidates: Candidate, severity: int | None = 3) -> list[str]:
    return [one.person_id for one in propose(candidates, category="ups", severity=severity, at=NOW)]


def reasons(candidate: Candidate, severity: int | None = 3) -> dict[str, dict[str, Any]]:
    (found,) = propose([candidate], category="ups", severity=severity, at=NOW)
    return {reason["code"]: reason for reason in found.reasons}


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        pytest.param({"duty": FIRST}, {"skills": ["ups"]}, id="on duty before skilled and asleep"),
        pytest.param({"duty": FIRST}, {"duty": SECOND, "skills": ["ups"]}, id="first line before second"),
        pytest.param({"duty": SECOND}, {}, id="second line before off duty"),
        pytest.param({}, {"in_hand": [2], "skills": ["ups"]}, id="if busy, the next one"),
        pytest.param({"skills": ["ups"], "in_hand": [4, 4]}, {"skills": ["camera"]}, id="skilled before idle"),
        pytest.param({"fixed": ["2026-05-01T00:00:00.000Z"], "in_hand": [4]}, {}, id="who repaired it before"),
        pytest.param({"in_hand": [4]}, {"in_hand": [3]}, id="less in hand, weighed by severity"),
        pytest.param({"in_hand": [4, 4]}, {"in_hand": [3, 4]}, id="two of IV weigh as much as one of III"),
        pytest.param(
            {"at_site_at": "2026-11-22T02:00:00.000Z"}, {"at_site_at": "2026-11-21T02:00:00.000Z"}, id="there last"
        ),
        pytest.param({"at_site_at": "2026-11-01T02:00:00.000Z"}, {}, id="there at all"),
    ],
)
def test_who_comes_first(better: dict[str, Any], worse: dict[str, Any]) -> None:
    assert order(Candidate("a", **worse), Candidate("b", **better)) == ["b", "a"]


def test_equals_stand_by_id() -> None:
    assert order(Candidate("b"), Candidate("a")) == ["a", "b"]


def test_who_has_a_severe_one_in_hand_is_busy_only_for_what_is_not_worse() -> None:
    one = Candidate("a", in_hand=[2])
    assert "busy" in reasons(one, severity=2) and "busy" in reasons(one, severity=4)
    assert "busy" not in reasons(one, severity=1)


def test_many_small_ones_make_busy_as_well() -> None:
    assert "busy" in reasons(Candidate("a", in_hand=[4] * 8))
    assert reasons(Candidate("a", in_hand=[4] * 7))["in_hand"] == {"code": "in_hand", "good": True, "open": 7}


def test_each_reason_has_its_facts() -> None:
    fixed = ["2026-09-01T00:00:00.000Z", "2026-11-01T00:00:00.000Z"]
    one = Candidate("a", ["ups"], FIRST, [3], fixed, "2026-11-22T01:30:00.000Z")
    assert propose([one], category="ups", severity=3, at=NOW)[0].reasons == [
        {"code": "on_duty", "good": True, "duty": "first", "until": FIRST["until"]},
        {"code": "skilled", "good": True, "category": "ups"},
        {"code": "in_hand", "good": True, "open": 1},
        {"code": "fixed_before", "good": True, "times": 2, "at": fixed[1]},
        {"code": "at_site", "good": True, "at": "2026-11-22T01:30:00.000Z", "minutes": 90},
    ]


def test_what_speaks_against_somebody_is_said() -> None:
    found = reasons(Candidate("a", ["camera"], None, [1, 3]))
    assert [found[code]["good"] for code in ("off_duty", "not_skilled", "busy")] == [False] * 3
    assert (found["busy"]["open"], found["busy"]["severity"]) == (2, 1)


def test_without_an_asset_skill_says_nothing() -> None:
    (found,) = propose([Candidate("a", ["ups"])], category=None, severity=None, at=NOW)
    assert [reason["code"] for reason in found.reasons] == ["off_duty", "free"]


def test_nobody_was_there_in_the_future() -> None:
    assert reasons(Candidate("a", at_site_at="2026-11-22T03:09:00.000Z"))["at_site"]["minutes"] == 0


CANDIDATES = st.builds(
    Candidate,
    person_id=st.uuids().map(str),
    skills=st.lists(st.sampled_from(["ups", "camera"])),
    duty=st.sampled_from([None, FIRST, SECOND]),
    in_hand=st.lists(st.sampled_from([1, 2, 3, 4, None]), max_size=5),
    fixed=st.lists(st.sampled_from(["2026-09-01T00:00:00.000Z", "2026-11-01T00:00:00.000Z"]), max_size=2),
    at_site_at=st.sampled_from([None, "2026-11-20T00:00:00.000Z"]),
)


@given(st.lists(CANDIDATES, max_size=6), st.randoms())
def test_the_order_does_not_depend_on_how_they_came(people: list[Candidate], chance: Any) -> None:
    shuffled = list(people)
    chance.shuffle(shuffled)
    assert propose(people, category="ups", severity=2, at=NOW) == propose(shuffled, category="ups", severity=2, at=NOW)
