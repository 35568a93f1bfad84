"""How the contract's times were kept: figures per severity and clock, for the board and the statistics."""

from collections.abc import Iterable
from statistics import median
from typing import TypedDict

from server.rules.clocks_milestones import CLOCKS
from server.rules.documents import Fields


class ClockFigures(TypedDict):
    """Minutes are counted ones, from the clock's start to its being met. `running` counts the paused ones too."""

    severity: int | None
    clock: str
    met: int
    missed: int
    running: int
    median: float | None
    worst: int | None


def clock_figures(tickets: Iterable[Fields]) -> list[ClockFigures]:
    """Of tickets {severity, clocks}; rows by severity (not graded last), then in the clocks' own order.

    What never started or was withdrawn is in no figure.
    """
    rows: dict[tuple[int | None, str], list[Fields]] = {}
    for ticket in tickets:
        for clock in ticket["clocks"]:
            if clock["state"] not in ("waiting", "cancelled"):
                rows.setdefault((ticket["severity"], clock["key"]), []).append(clock)
    order = {kind.key: place for place, kind in enumerate(CLOCKS)}
    keys = sorted(rows, key=lambda row: (row[0] is None, row[0] or 0, order[row[1]]))
    return [_row(severity, key, rows[severity, key]) for severity, key in keys]


def _row(severity: int | None, key: str, clocks: list[Fields]) -> ClockFigures:
    states = [clock["state"] for clock in clocks]
    took = [clock["took_minutes"] for clock in clocks if clock["took_minutes"] is not None]
    return {
        "severity": severity,
        "clock": key,
        "met": states.count("met"),
        "missed": states.count("missed"),
        "running": states.count("running") + states.count("paused"),
        "median": median(took) if took else None,
        "worst": max(took, default=None),
    }
