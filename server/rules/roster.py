"""The duty roster (S5): who is on duty at a moment. A shift counts from its start up to, not at, its end."""

from collections.abc import Iterable
from typing import Final, Literal, TypedDict

from server.rules.documents import Fields
from server.rules.instants import instant

Duty = Literal["first", "second", "hotline"]
DUTIES: Final[tuple[Duty, ...]] = ("first", "second", "hotline")


class OnDuty(TypedDict):
    """One person's duty at a moment, and until when."""

    person_id: str
    duty: Duty
    until: str


def ends_before_it_starts(shift: Fields) -> bool:
    """Also one that takes no time at all."""
    return instant(shift["ends_at"]) <= instant(shift["starts_at"])


def counts_at(shift: Fields, at: str) -> bool:
    moment = instant(at)
    return shift["cancelled_at"] is None and instant(shift["starts_at"]) <= moment < instant(shift["ends_at"])


def on_duty(shifts: Iterable[Fields], at: str) -> list[OnDuty]:
    """First, second, hot line; whoever stays longest before the others; one person once a duty."""
    now = [shift for shift in shifts if counts_at(shift, at)]
    now.sort(key=lambda one: (DUTIES.index(one["duty"]), -instant(one["ends_at"]).timestamp(), one["person_id"]))
    found: dict[tuple[str, str], OnDuty] = {}
    for one in now:
        entry: OnDuty = {"person_id": one["person_id"], "duty": one["duty"], "until": one["ends_at"]}
        found.setdefault((one["duty"], one["person_id"]), entry)
    return list(found.values())


def next_change(shifts: Iterable[Fields], at: str) -> str | None:
    """When somebody's duty begins or ends next; None: nothing is planned any more."""
    moments = (
        edge
        for shift in shifts
        if shift["cancelled_at"] is None
        for edge in (shift["starts_at"], shift["ends_at"])
        if instant(edge) > instant(at)
    )
    return min(moments, key=instant, default=None)
