"""Rounds on which somebody was at an asset, as far back as there are any: by index, a page costs what it shows."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, cast

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from server.models import Answer, Retirement, Round, Scan
from server.models.round import ABNORMAL

AT_ONCE = 60
Moment = tuple[str, str]  # when, and on which round


def rounds_that_left(session: Session, project_id: str, asset_id: str, before: str | None, most: int) -> list[str]:
    """The project's rounds that left the feed with a scan of this asset or a finding there, the latest first.

    `most`: at most so many. `before`: the last one of the page before.
    """
    where = _latest(session, asset_id, [before]).get(before) if before else None
    if before and where is None:
        return []  # nobody was there on that round, or nobody says so any more
    found: dict[str, None] = {}
    for some in _pages(session, asset_id, (where, before) if where and before else None):
        ids = {round_id for _, round_id in some}
        gone = Round.id.in_(ids) & (Round.project_id == project_id) & Retirement.retired_at.is_not(None)
        left = set(session.scalars(select(Round.id).join(Retirement, Retirement.root_id == Round.id).where(gone)))
        latest = _latest(session, asset_id, ids & left)
        found.update(dict.fromkeys(round_id for at, round_id in some if latest.get(round_id) == at))
        if len(found) >= most:
            break
    return list(found)[:most]


def _pages(session: Session, asset_id: str, before: Moment | None) -> Iterator[Sequence[Moment]]:
    """Every moment at the asset, the latest first, some at once."""
    while True:
        scans, findings = (_some(session, asked, before) for asked in _moments(asset_id))
        both = sorted({*scans, *findings}, reverse=True)
        # Below the end of a list that was cut, the other alone would be told.
        floor = max((some[-1] for some in (scans, findings) if len(some) == AT_ONCE), default=None)
        known = [moment for moment in both if floor is None or moment >= floor]
        if known:
            yield known
        if floor is None:
            return
        before = floor


def _some(session: Session, asked: Select[Any], before: Moment | None) -> list[Moment]:
    at, round_id = asked.selected_columns
    if before is not None:
        asked = asked.where(at <= before[0], or_(at < before[0], round_id < before[1]))
    rows = session.execute(asked.order_by(at.desc(), round_id.desc()).limit(AT_ONCE))
    return [(row[0], row[1]) for row in rows]


def _moments(asset_id: str) -> tuple[Select[Any], Select[Any]]:
    found = (Answer.asset_id == asset_id, ABNORMAL, Answer.answered_at.is_not(None))
    scanned = select(Scan.at, Scan.round_id).where(Scan.asset_id == asset_id)
    return cast(Select[Any], scanned), cast(Select[Any], select(Answer.answered_at, Answer.round_id).where(*found))


def _latest(session: Session, asset_id: str, rounds: Collection[str]) -> dict[str, str]:
    """Where each stands in the list: its latest moment at the asset; earlier ones do not list it again."""
    moments = (
        (row[0], row[1])
        for asked in _moments(asset_id)
        for row in session.execute(asked.where(asked.selected_columns[1].in_(rounds)))
    )
    return {round_id: at for at, round_id in sorted(moments)}
