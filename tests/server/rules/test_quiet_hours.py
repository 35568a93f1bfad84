"""Quiet hours are local times, over midnight and over a change of the clock."""

from datetime import datetime

import pytest

from server.rules.quiet_hours import quiet_until

SHANGHAI, BERLIN = "Asia/Shanghai", "Europe/Berlin"


@pytest.mark.parametrize(
    ("moment", "begins", "ends", "zone", "until"),
    [
        ("2026-11-22T16:00Z", "22:00", "07:30", SHANGHAI, "2026-11-22T23:30+00:00"),  # midnight there
        ("2026-11-22T15:00Z", "22:00", "07:30", SHANGHAI, "2026-11-22T23:30+00:00"),  # 23:00 of the day before
        ("2026-11-22T23:29Z", "22:00", "07:30", SHANGHAI, "2026-11-22T23:30+00:00"),
        ("2026-11-22T23:30Z", "22:00", "07:30", SHANGHAI, None),  # they end with their last minute
        ("2026-11-22T13:59Z", "22:00", "07:30", SHANGHAI, None),
        ("2026-11-22T14:00Z", "22:00", "07:30", SHANGHAI, "2026-11-22T23:30+00:00"),
        ("2026-11-22T05:00Z", "12:00", "14:00", SHANGHAI, "2026-11-22T06:00+00:00"),
        ("2026-11-22T07:00Z", "12:00", "14:00", SHANGHAI, None),
        ("2026-11-22T05:00Z", "12:00", "12:00", SHANGHAI, None),
        ("2026-11-22T05:00Z", None, "12:00", SHANGHAI, None),
        ("2026-11-22T05:00Z", "12:00", None, SHANGHAI, None),
        ("2026-03-29T00:30Z", "22:00", "02:30", BERLIN, "2026-03-29T01:30+00:00"),  # 02:30 is jumped over
        ("2026-10-24T23:30Z", "22:00", "02:30", BERLIN, "2026-10-25T00:30+00:00"),  # struck twice: the first
        ("2026-10-25T01:15Z", "22:00", "02:30", BERLIN, "2026-10-25T01:15+00:00"),  # 02:15 once more: over at once
    ],
)
def test_they_end_on_the_local_clock(
    moment: str, begins: str | None, ends: str | None, zone: str, until: str | None
) -> None:
    found = quiet_until(datetime.fromisoformat(moment), begins, ends, zone)
    assert found == (datetime.fromisoformat(until) if until else None)
