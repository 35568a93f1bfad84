"""What people do on their phones, drawn from a seed: answers on cells they share, scans, comments, rounds begun.

Each scan says something that was never said before, so that one which counts twice shows whatever its id is.
"""

import random
from typing import Any

from server.rules.ids import round_id
from server.sync.apply import apply_operations
from tests.faults.frame.ground import Place
from tests.faults.frame.phone import FleetPhone
from tests.support.world import SETTER, operation

DAYS = ("2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22")
CELLS = (("ups", "fan"), ("ups", "battery"), ("recorder", "picture"), (None, "whole"))
WORDS = ("风扇异响", "画面抖动", "normal again", "𠮷‏", "积灰")

MANY = 40  # taps at once: whoever does more walks through the plant, mostly scans, and finds little
ANSWERS, ANSWERS_OF_A_WALK, WALKS = 0.55, 0.2, 0.8


def open_rounds(place: Place) -> None:
    """The days' rounds are there before anybody works on them."""
    world = place.world
    args = [{"plan_id": world.plan, "occurrence_date": day, "template_id": world.template} for day in DAYS]
    made = [
        operation("plan_round", place.clock, doc=round_id(world.plan, each["occurrence_date"]), args=each)
        for each in args
    ]
    with place.app.app_context():
        answered = apply_operations(SETTER, made)
    assert {one.record.outcome for one in answered} == {"applied"}


class Work:
    """One phone's; `taps` numbers what it did."""

    def __init__(self, phone: FleetPhone, seed: str) -> None:
        self.phone, self.chance, self.taps = phone, random.Random(seed), 0
        self.tag = seed

    def burst(self, most: int = 40) -> int:
        """Write some operations on the phone; nothing is sent. Gives their number."""
        day = self.chance.choice(DAYS)
        self.phone.sees_round(round_id(self.phone.world.plan, day))
        number = self.chance.randint(1, most)
        is_walk = most > MANY and self.chance.random() < WALKS
        for _ in range(number):
            self.taps += 1
            self._tap(day, is_walk)
        return number

    def _tap(self, day: str, is_walk: bool) -> None:
        draw = self.chance.random()
        if draw < (ANSWERS_OF_A_WALK if is_walk else ANSWERS):
            self._answers(("normal",) if is_walk else ("normal", "abnormal"))
        elif draw < 0.97:
            self._scans()
        else:
            self._opens(day)

    def _answers(self, values_possible: tuple[str, ...]) -> None:
        asset, key = self.chance.choice(CELLS)
        asset_id = getattr(self.phone.world, asset) if asset else None
        values: dict[str, Any] = {"remark": f"{self.chance.choice(WORDS)} {self.tag} {self.taps}"}
        if self.chance.random() < 0.5:
            values = {"value": self.chance.choice(values_possible)}
            if values["value"] == "abnormal":
                values["severity"] = self.chance.choice((1, 3, 3, 3))
        self.phone.answers(asset_id, key, **values)

    def _scans(self) -> None:
        asset = self.chance.choice((self.phone.world.ups, self.phone.world.recorder))
        args = {"asset_id": asset, "raw": f"{self.tag} {self.taps}", "method": "typed"}
        self.phone.write("scan_asset", doc=self.phone.world.round, args=args, after=[])

    def _opens(self, day: str) -> None:
        world = self.phone.world
        args = {"plan_id": world.plan, "occurrence_date": day, "template_id": world.template}
        self.phone.write("open_round", doc=world.round, args=args, after=[])
