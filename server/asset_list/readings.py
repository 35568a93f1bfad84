"""What was measured at an asset over the years, with the limits that held then: also from rounds that left the feed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Executable, Row, select, tuple_
from sqlalchemy.orm import Session

from server.models import Answer, Round, Template
from server.rules.readings import reading_verdict

AT_ONCE = 400
Items = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Asked:
    """`check`: of one item. `since`: not before this moment. `before`: the last answer of the page before."""

    check: str | None = None
    since: str | None = None
    before: str | None = None


def readings_of(session: Session, asset_id: str, asked: Asked) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The items that were measured, as the newest of these rounds asks for them, and a page of readings, newest first.

    Only what was submitted: a draft is nobody's finding yet.
    """
    rows = session.execute(_page(asset_id, asked)).all()
    templates = _items(session, sorted({row.template_id for row in rows}))
    readings = [_reading(row, templates[row.template_id].get(row.check_key)) for row in rows]
    return list(_checks(rows, templates)), readings


def _page(asset_id: str, asked: Asked) -> Executable:
    told = (Answer.id, Answer.check_key, Answer.reading, Answer.answered_at, Answer.answered_by, Answer.round_id)
    page = (
        select(*told, Round.template_id, Round.number)
        .join(Round, Round.id == Answer.round_id)
        .where(Answer.asset_id == asset_id, Answer.reading.is_not(None), Answer.answered_at.is_not(None))
        .where(Round.submitted_at.is_not(None))
    )
    if asked.check is not None:
        page = page.where(Answer.check_key == asked.check)
    if asked.since is not None:
        page = page.where(Answer.answered_at >= asked.since)
    if asked.before is not None:
        last = select(Answer.answered_at).where(Answer.id == asked.before).scalar_subquery()
        page = page.where(tuple_(Answer.answered_at, Answer.id) < tuple_(last, asked.before))
    return page.order_by(Answer.answered_at.desc(), Answer.id.desc()).limit(AT_ONCE)


def _items(session: Session, templates: Sequence[str]) -> dict[str, Items]:
    rows = session.execute(select(Template.id, Template.items).where(Template.id.in_(templates)))
    return {row.id: {item["check_key"]: item for item in row.items} for row in rows}


def _checks(rows: Sequence[Row[Any]], templates: Mapping[str, Items]) -> Iterator[dict[str, Any]]:
    told = set[str]()
    for row in rows:
        item = templates[row.template_id].get(row.check_key)
        if item is not None and row.check_key not in told:
            told.add(row.check_key)
            names = ("check_key", "title_zh", "title_en", "unit", "decimals", "low", "high")
            yield {name: item.get(name) for name in names}


def _reading(row: Row[Any], item: Mapping[str, Any] | None) -> dict[str, Any]:
    limits = {"low": item.get("low"), "high": item.get("high")} if item else {"low": None, "high": None}
    return {
        "id": row.id,
        "check_key": row.check_key,
        "value": row.reading,
        "at": row.answered_at,
        "by": row.answered_by,
        "round_id": row.round_id,
        "number": row.number,
        **limits,
        "verdict": reading_verdict(limits, row.reading),
    }
