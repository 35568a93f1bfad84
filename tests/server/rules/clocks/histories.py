"""Tickets' lives for the properties: each event has seen some of those before it; phones say any time they like."""

from datetime import UTC, datetime, timedelta
from typing import Any, Final

from hypothesis import strategies as st

from server.rules.instants import instant_text

Event = dict[str, Any]
OPENED: Final = datetime(2026, 3, 27, 6, 0, tzinfo=UTC)
"""The Friday before summer time begins in Europe."""
REASONS: Final = ("waiting_client", "waiting_part", "access", "agreed")
NAMES: Final = (
    "answered",
    "assigned",
    "on_way",
    "arrived",
    "guided",
    "diagnosed",
    "resolved",
    "paused",
    "paused",
    "continued",
    "graded",
    "reopened",
    "client_refused",
    "taken_back",
    "withdrawn_by_desk",
    "spare_placed",
    "escalated",
    "handed_over",
    "commented",
)


def wire(minutes: int) -> str:
    return instant_text(OPENED + timedelta(minutes=minutes))


@st.composite
def arguments(draw: st.DrawFn, name: str, before: list[Event]) -> dict[str, Any]:
    if name == "paused":
        return {"reason": draw(st.sampled_from(REASONS))}
    if name == "graded":
        return {
            "severity": draw(st.sampled_from([None, 1, 2, 3, 4])),
            "complexity": draw(st.sampled_from([None, "complex"])),
        }
    if name == "resolved":
        return {"how": draw(st.sampled_from(["fixed", "workaround"])), "findings": []}
    if name == "taken_back":
        return {"event": draw(st.sampled_from([one["id"] for one in before])) if before else "nothing"}
    return {"text": "so"} if name == "answered" else {}


@st.composite
def histories(draw: st.DrawFn, most: int = 9) -> list[Event]:
    """In the order in which the server received them."""
    events: list[Event] = []
    received = 0
    for number in range(draw(st.integers(0, most))):
        name = draw(st.sampled_from(NAMES))
        seen = draw(st.sets(st.sampled_from([one["id"] for one in events]), max_size=3)) if events else set()
        received += draw(st.integers(0, 600))
        said = received - draw(st.integers(-30, 400))
        events.append(
            {
                "id": f"e{number}",
                "name": name,
                "at": wire(said),
                "received_at": wire(received),
                "after": sorted(seen),
                "args": draw(arguments(name, events)),
            }
        )
    return events


def policies() -> st.SearchStrategy[dict[str, Any]]:
    """Round the clock and working hours, in zones with and without summer time."""
    zones = st.sampled_from(["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"])
    return st.builds(
        lambda kind, zone, always_for: {
            "calendar": {"kind": kind, "time_zone": zone, "days": {"2026-03-30": "holiday", "2026-04-04": "working"}},
            "calendar_for": {"1": "always"} if always_for else {},
        },
        st.sampled_from(["always", "working"]),
        zones,
        st.booleans(),
    )
