"""Who is proposed for a ticket, and why (T3). The desk decides; here is only the order and its reasons.

On duty (first line before second and hot line) comes before off duty, free before busy (T3: "if busy, the next one"),
skilled for the asset's category before not, who repaired this asset before, then less in hand, then who was at the site
last. No points are added up: each step decides only between those that all steps before it leave equal.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final, Literal

from server.rules.instants import instant
from server.rules.roster import OnDuty
from server.rules.severity import URGENT

# What one open ticket weighs by its severity; not graded is taken as III.
WEIGHTS: Final = {1: 8, 2: 4, 3: 2, 4: 1, None: 2}
FULL_HANDS: Final = 8
Code = Literal["on_duty", "off_duty", "skilled", "not_skilled", "busy", "in_hand", "free", "fixed_before", "at_site"]
Reason = dict[str, Any]


@dataclass(frozen=True)
class Candidate:
    """One engineer. `in_hand`: severities of the open tickets; `fixed`: when this asset was repaired by them;
    `at_site_at`: their last scan at the site of the asset."""

    person_id: str
    skills: Sequence[str] = ()
    duty: OnDuty | None = None
    in_hand: Sequence[int | None] = ()
    fixed: Sequence[str] = ()
    at_site_at: str | None = None


@dataclass(frozen=True)
class Proposed:
    """`reasons` are words for machines, each with `good`: for or against."""

    person_id: str
    reasons: list[Reason]


def weight(severities: Iterable[int | None]) -> int:
    return sum(WEIGHTS[severity] for severity in severities)


def is_busy(candidate: Candidate, severity: int | None) -> bool:
    """Has something in hand that may not wait for this, or simply enough."""
    urgent = [one for one in candidate.in_hand if one in URGENT and (severity is None or one <= severity)]
    return bool(urgent) or weight(candidate.in_hand) >= FULL_HANDS


def propose(candidates: Iterable[Candidate], *, category: str | None, severity: int | None, at: str) -> list[Proposed]:
    """All of them, the best first; the order of equals is by id, so that it is the same for everybody."""
    ranked = sorted(candidates, key=lambda one: _rank(one, category, severity, at))
    return [Proposed(one.person_id, _reasons(one, category, severity, at)) for one in ranked]


def _rank(one: Candidate, category: str | None, severity: int | None, at: str) -> tuple[Any, ...]:
    duty = {"first": 0, "second": 1, "hotline": 1}[one.duty["duty"]] if one.duty else 2
    unskilled = category is not None and category not in one.skills
    last_fixed = max((instant(moment).timestamp() for moment in one.fixed), default=0)
    away = _since(one.at_site_at, at) if one.at_site_at else timedelta.max
    return duty, is_busy(one, severity), unskilled, -last_fixed, weight(one.in_hand), away, one.person_id


def _reasons(one: Candidate, category: str | None, severity: int | None, at: str) -> list[Reason]:
    found: list[Reason] = []
    if one.duty:
        found.append(_reason("on_duty", good=True, duty=one.duty["duty"], until=one.duty["until"]))
    else:
        found.append(_reason("off_duty", good=False))
    if category is not None:
        skilled = category in one.skills
        found.append(_reason("skilled" if skilled else "not_skilled", good=skilled, category=category))
    if is_busy(one, severity):
        worst = min((each for each in one.in_hand if each is not None), default=None)
        found.append(_reason("busy", good=False, open=len(one.in_hand), severity=worst))
    elif one.in_hand:
        found.append(_reason("in_hand", good=True, open=len(one.in_hand)))
    else:
        found.append(_reason("free", good=True))
    if one.fixed:
        found.append(_reason("fixed_before", good=True, times=len(one.fixed), at=max(one.fixed, key=instant)))
    if one.at_site_at:
        minutes = int(_since(one.at_site_at, at).total_seconds()) // 60
        found.append(_reason("at_site", good=True, at=one.at_site_at, minutes=minutes))
    return found


def _reason(code: Code, *, good: bool, **facts: Any) -> Reason:
    return {"code": code, "good": good, **facts}


def _since(moment: str, at: str) -> timedelta:
    """A phone's clock may be ahead: nobody was there in the future."""
    return max(timedelta(0), instant(at) - instant(moment))
