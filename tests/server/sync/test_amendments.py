"""What comes after the seal is attached to the record: what stands because of it, once, and nothing that lost."""

from typing import Any

import pytest

from tests.server.sync.conftest import PhoneOf
from tests.server.sync.test_conflicts import settle
from tests.support import walk
from tests.support.wire_phone import WirePhone
from tests.support.world import World


@pytest.fixture
def sealed(phone_of: PhoneOf) -> WirePhone:
    """The supervisor's phone; the fan was abnormal, the form has one word of the engineer's."""
    engineer, chief = phone_of("engineer"), phone_of("supervisor")
    write(engineer, problem="风扇响")
    walk.walk(engineer, value="abnormal", severity=3, seen="响")
    assert walk.approve(chief)["outcome"] == "applied"
    return chief.pull()


def write(phone: WirePhone, was: list[str] | None = None, **values: str) -> dict[str, Any]:
    edit = {"doc": phone.world.round, "type": "round", "set": values, "was": {name: was or [] for name in values}}
    return phone.does("write_form", edits=[edit])


def amended(phone: WirePhone) -> list[dict[str, Any]]:
    return [row["detail"]["set"] for row in phone.pull().sees("amendment")]


def test_an_answer_that_lost_is_no_amendment_until_it_is_taken(
    phone_of: PhoneOf, world: World, sealed: WirePhone
) -> None:
    """(regression)"""
    late = phone_of("colleague")
    late.base.clear()  # offline since before the round was walked
    assert late.answers(world.ups, "fan", seen="没问题")["outcome"] == "conflict"
    assert amended(sealed) == []
    assert settle(sealed, "take")["outcome"] == "applied"
    assert amended(sealed) == [{"seen": "没问题"}]


def test_of_a_late_answer_only_what_stands_is_listed(phone_of: PhoneOf, world: World, sealed: WirePhone) -> None:
    """(regression)"""
    late = phone_of("colleague")
    late.base.clear()
    assert late.answers(world.ups, "fan", seen="没问题", remark="已擦净")["outcome"] == "conflict"
    assert amended(sealed) == [{"remark": "已擦净"}]


def test_settling_for_what_stands_changes_nothing_and_amends_nothing(
    phone_of: PhoneOf, world: World, sealed: WirePhone
) -> None:
    """(regression)"""
    late = phone_of("colleague")
    late.base.clear()
    late.answers(world.ups, "fan", seen="没问题")
    assert settle(sealed, "keep")["outcome"] == "applied"
    assert amended(sealed) == []


@pytest.mark.parametrize(("choice", "said"), [("take", [{"problem": "没有问题"}]), ("keep", [])])
def test_the_same_holds_for_the_words_of_the_form(
    phone_of: PhoneOf, sealed: WirePhone, choice: str, said: list[dict[str, str]]
) -> None:
    """(regression)"""
    assert write(phone_of("colleague"), problem="没有问题")["outcome"] == "conflict"
    assert amended(sealed) == []
    assert settle(sealed, choice)["outcome"] == "applied"
    assert amended(sealed) == said
