"""The contract's matrix as a table to be held against domain.md section 4, and each row as the rules see it.

Times are local (Asia/Shanghai). Working hours are Monday to Friday 09:00-18:00. The holiday is 1 to 7 October 2026;
Saturday the 10th is its make-up day, Sunday the 11th is free. `near` is done in time, but past the 80 per cent.
"""

import csv
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import pytest

from server.rules.clocks import fold_clocks
from server.rules.clocks_thresholds import thresholds
from server.rules.instants import instant_text
from tests.server.rules.clock_vectors import event, facts_with, policy_with

TABLE: Final = list(csv.DictReader((Path(__file__).parent / "matrix.csv").read_text("utf-8").splitlines()))
SEVERITIES: Final = {"I": 1, "II": 2, "III": 3, "IV": 4}
HOLIDAY: Final = {**{f"2026-10-0{day}": "holiday" for day in range(1, 8)}, "2026-10-10": "working"}
DONE_BY: Final = {
    "phone_response": "answered",
    "first_answer": "answered",
    "dispatch": "accepted",
    "arrival": "arrived",
    "on_site": "arrived",
    "diagnosis": "diagnosed",
    "solution": "resolved",
    "repair": "resolved",
    "spare": "spare_placed",
    "information": "answered",
}
BEFORE: Final = {"registration": (), "arrival": ("arrived",), "diagnosis": ("arrived", "diagnosed")}


def moment(local: str, *, minutes_before: int = 0) -> str:
    wall = datetime.strptime(local, "%Y-%m-%d %H:%M").replace(tzinfo=ZoneInfo("Asia/Shanghai"))
    return instant_text(wall - timedelta(minutes=minutes_before))


def policy_of(row: dict[str, str]) -> dict[str, Any]:
    kind = "always" if row["calendar"] == "7x24" else "working"
    return policy_with({"calendar": {"kind": kind, "days": HOLIDAY}})


def facts_of(row: dict[str, str]) -> Any:
    """The clock begins with the last step before it; the registration is at most twenty minutes earlier."""
    earlier = 10 * len(BEFORE[row["counts from"]])
    opened_at = moment(row["started"], minutes_before=earlier)
    kind = "inquiry" if row["clock"] == "information" else "hardware"
    return facts_with(severity=SEVERITIES[row["severity"]], opened_at=opened_at, kind=kind)


def started(row: dict[str, str]) -> list[dict[str, Any]]:
    steps = BEFORE[row["counts from"]]
    at = [moment(row["started"], minutes_before=10 * (len(steps) - 1 - place)) for place in range(len(steps))]
    return [event(name, name, at[place], after=steps[:place]) for place, name in enumerate(steps)]


def row_id(row: dict[str, str]) -> str:
    return " ".join((row["severity"], row["clock"], row["judged"], row["calendar"]))


def test_the_table_is_whole() -> None:
    assert len({row_id(row) for row in TABLE}) == len(TABLE) == 4 * 10 * 3 * 3


@pytest.mark.parametrize("row", TABLE, ids=row_id)
def test_row_of_the_matrix(row: dict[str, str]) -> None:
    policy, facts, before = policy_of(row), facts_of(row), started(row)
    key, ticket = row["clock"], {"kind": facts_of(row)["kind"], "severity": SEVERITIES[row["severity"]]}
    running = next(one for one in fold_clocks(policy, facts, before)["clocks"] if one["key"] == key)
    assert (
        running["state"],
        running["counts_from"],
        running["limit_minutes"],
        running["started_at"],
        running["due_at"],
    ) == (
        "running",
        row["counts from"],
        int(row["limit"]),
        moment(row["started"]),
        moment(row["due"]),
    )
    near, past = thresholds(policy, ticket, [running])
    assert (near["at"], past["at"]) == (moment(row["80 % at"]), moment(row["due"]))
    done_at = moment(row["done at"])
    done = event("done", DONE_BY[key], done_at, after=tuple(one["id"] for one in before), how="fixed", text="so")
    judged = next(one for one in fold_clocks(policy, facts, [*before, done])["clocks"] if one["key"] == key)
    assert judged["due_at"] == running["due_at"] and judged["met_at"] == done_at
    word = "missed" if judged["state"] == "missed" else "near" if done_at >= near["at"] else "met"
    assert word == row["judged"]
