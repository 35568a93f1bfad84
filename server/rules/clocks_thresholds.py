"""When each threshold will be passed if nothing happens: a share of the limit, in counted time (T5)."""

from collections.abc import Collection, Iterable
from typing import TypedDict

from server.rules.clocks_reckoning import MINUTE, Gap, merged, moment_of
from server.rules.clocks_types import Clock
from server.rules.documents import Fields
from server.rules.instants import milliseconds, text_of_milliseconds
from server.rules.sla_policy import Policy
from server.rules.work_calendar import WorkCalendar


class Threshold(TypedDict):
    """`key` names this passing for good: a due time that moved has another one, one that did not move the same."""

    key: str
    clock: str
    threshold: int
    at: str
    escalates: bool


def thresholds(policy: Policy, ticket: Fields, clocks: Iterable[Clock]) -> list[Threshold]:
    """Of the clocks that nothing has met yet, those passed before a pause included; the first one first.

    `ticket`: its {kind, severity} as they are now.
    """
    percents = percents_for(policy, ticket)
    found = [passing for clock in clocks for passing in _of(policy, clock, percents)]
    return sorted(found, key=lambda one: (one["at"], one["threshold"], one["clock"]))


def next_alarm(policy: Policy, ticket: Fields, clocks: Iterable[Clock], passed: Collection[str]) -> Threshold | None:
    """The first one that was not said yet; `passed` are the keys of those that were."""
    return next((one for one in thresholds(policy, ticket, clocks) if one["key"] not in passed), None)


def percents_for(policy: Policy, ticket: Fields) -> list[int]:
    """Those of the kind, else of the severity, else the project's."""
    said: Fields = policy["thresholds"]
    own = (said.get("by_kind") or {}).get(ticket["kind"]) or said.get(str(ticket["severity"])) or said["default"]
    return sorted(set(own))


def _of(policy: Policy, clock: Clock, percents: Iterable[int]) -> Iterable[Threshold]:
    if clock["state"] not in ("running", "paused") or clock["started_at"] is None:
        return
    calendar = WorkCalendar(policy["calendar"], clock["calendar"])
    begin = milliseconds(clock["started_at"])
    for percent in percents:
        share = clock["limit_minutes"] * MINUTE * percent // 100
        moment, _ = moment_of(calendar, share, begin, gaps_said(clock))
        if moment is not None:
            at = text_of_milliseconds(moment)
            key = f"{clock['key']}/{percent}/{at}"
            yield {
                "key": key,
                "clock": clock["key"],
                "threshold": percent,
                "at": at,
                "escalates": percent >= policy["escalate_at"],
            }


def gaps_said(clock: Clock) -> list[Gap]:
    """A clock's stops, read back."""
    stops = clock["stops"]
    return merged((milliseconds(one["begin"]), milliseconds(one["end"]) if one["end"] else None) for one in stops)
