"""What is sent back and why: rounds by the month in which they were first handed in, points by reason, item, person.

A round and its points count to who handed it in first, and to that month in the project's time zone, so that of the
rounds of a month never more are sent back than there were.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypedDict
from zoneinfo import ZoneInfo

from server.rules.documents import Fields
from server.rules.instants import instant

UNSTATED = "unstated"  # sent back by an app that asked for no reason yet


class Share(TypedDict):
    """How many rounds, how many of them were sent back at least once, and how many points that made."""

    rounds: int
    sent_back: int
    points: int


class SendBackFigures(Share):
    months: list[dict[str, Any]]
    people: list[dict[str, Any]]
    reasons: dict[str, int]
    items: list[dict[str, Any]]


class _Tally:
    def __init__(self) -> None:
        self.rounds = self.sent_back = 0
        self.reasons: Counter[str] = Counter()

    def add(self, reasons: list[str], *, back: bool) -> None:
        self.rounds += 1
        self.sent_back += back
        self.reasons.update(reasons)

    def share(self) -> Share:
        return {"rounds": self.rounds, "sent_back": self.sent_back, "points": self.reasons.total()}


def send_back_figures(
    events: Iterable[Fields], check_keys: Mapping[str, str | None], time_zone: str
) -> SendBackFigures:
    """From the events (round_id, name, by, received_at, args) of rounds; `check_keys`: the item of each comment."""
    by_round: dict[str, list[Fields]] = defaultdict(list)
    for event in events:
        by_round[event["round_id"]].append(event)
    zone = ZoneInfo(time_zone)
    whole, months, people = _Tally(), defaultdict[str, _Tally](_Tally), defaultdict[str | None, _Tally](_Tally)
    items: dict[str | None, Counter[str]] = defaultdict(Counter)
    for happened in by_round.values():
        submits = [event for event in happened if event["name"] == "submitted"]
        if not submits:
            continue
        first = min(submits, key=lambda event: (event["received_at"], str(event["by"])))
        points = _points(happened)
        reasons = list(points.values())
        back = any(event["name"] == "sent_back" for event in happened)
        month = instant(first["received_at"]).astimezone(zone).strftime("%Y-%m")
        for tally in (whole, months[month], people[first["by"]]):
            tally.add(reasons, back=back)
        for comment_id, reason in points.items():
            items[check_keys.get(comment_id)][reason] += 1
    return {
        **whole.share(),
        "reasons": _sorted(whole.reasons),
        "months": [{"month": month, **tally.share()} for month, tally in sorted(months.items())],
        "people": [
            {"person_id": person, **tally.share(), "reasons": _sorted(tally.reasons)}
            for person, tally in sorted(people.items(), key=lambda one: (-one[1].reasons.total(), str(one[0])))
        ],
        "items": [
            {"check_key": key, "points": reasons.total(), "reasons": _sorted(reasons)}
            for key, reasons in sorted(items.items(), key=lambda one: (-one[1].total(), str(one[0])))
        ],
    }


def _points(events: Iterable[Fields]) -> dict[str, str]:
    """The reason of each comment that went back; one that went back twice counts once, by its last reason."""
    backs = sorted((event for event in events if event["name"] == "sent_back"), key=lambda event: event["received_at"])
    return {
        comment_id: event["args"].get("reasons", {}).get(comment_id, UNSTATED)
        for event in backs
        for comment_id in event["args"]["comment_ids"]
    }


def _sorted(reasons: Counter[str]) -> dict[str, int]:
    return dict(sorted(reasons.items(), key=lambda one: (-one[1], one[0])))
