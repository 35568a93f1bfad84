"""A batch that lost a race is judged again as a whole; a fault costs a transaction for each operation."""

from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from server.sync import push
from server.sync.books import RowMoved
from tests.server.sync.conftest import PhoneOf
from tests.support.world import World

LOST = IntegrityError("INSERT", {}, Exception("a twin"))
FAULT = ValueError("a fault of ours")


@pytest.mark.parametrize(
    ("failures", "sizes"),
    [
        ([RowMoved()], [3, 3]),
        ([LOST], [3, 3]),
        ([RowMoved(), LOST], [3, 3, 1, 1, 1]),
        ([FAULT], [3, 1, 1, 1]),
    ],
    ids=["a row moved", "a twin came first", "lost twice", "a fault"],
)
def test_what_is_tried_again(
    phone_of: PhoneOf, world: World, monkeypatch: pytest.MonkeyPatch, failures: list[Exception], sizes: list[int]
) -> None:
    anna, tried, real = phone_of("engineer"), list[int](), push._push_once

    def once(person_id: str, device_id: str, operations: Sequence[Any], *more: Any) -> push.Pushed:
        tried.append(len(operations))
        if len(tried) <= len(failures):
            raise failures[len(tried) - 1]
        return real(person_id, device_id, operations, *more)

    monkeypatch.setattr(push, "_push_once", once)
    cells = ((world.ups, "fan"), (world.ups, "battery"), (world.recorder, "picture"))
    made = [anna.make("answer_item", edits=[anna.edit(*cell, value="normal")]) for cell in cells]
    assert [result["outcome"] for result in anna.push(*made)["results"]] == ["applied"] * 3
    assert tried == sizes
