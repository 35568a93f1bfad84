"""A fault: how it is done to a server under load, for how long, and what must catch it out."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.faults.frame.ground import Ground
from tests.faults.frame.tally import Tally


@dataclass(frozen=True)
class Plan:
    """One run. The seed decides every draw; what the machine's threads make of it, it does not.

    `size` multiplies what a phone writes before it syncs, so that a long run has more operations a second.
    """

    seed: int
    seconds: float
    variant: str = ""  # known-bad
    size: int = 1

    def chance(self, about: str) -> random.Random:
        return random.Random(f"{self.seed} {about}")


def nothing_is_missing(_ground: Ground) -> str | None:
    return None


@dataclass(frozen=True)
class Fault:
    """`missing` says what the machine lacks for it; `known_bad` names the variants that it must catch;
    without `short_seconds` it has no short form."""

    name: str
    what: str
    run: Callable[[Ground, Plan], Tally]
    known_bad: tuple[str, ...] = field(default=())
    missing: Callable[[Ground], str | None] = nothing_is_missing
    short_seconds: float = 1.2
