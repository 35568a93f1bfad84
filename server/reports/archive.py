"""The archive of a project: every sealed round, also those that left the phones, found by month and words (S4)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from server.models import Asset, Finding, Member, Place, Round, RoundEvent


@dataclass(frozen=True)
class Wanted:
    """`month` is YYYY-MM or empty; every word of `text` must be found somewhere in what is told of a round."""

    month: str = ""
    text: str = ""
    offset: int = 0
    limit: int = 40


def search_archive(session: Session, project_id: str, wanted: Wanted) -> dict[str, Any]:
    """Return the wanted page, newest first, with how many there are and in which months."""
    rounds = session.execute(_sealed(project_id)).all()
    told = _Told(session, project_id)
    words = wanted.text.casefold().split()
    found = [
        row
        for row in rounds
        if row.occurrence_date.startswith(wanted.month) and (not words or told.has_all(row, words))
    ]
    page = found[wanted.offset : wanted.offset + wanted.limit]
    return {
        "months": sorted({row.occurrence_date[:7] for row in rounds}, reverse=True),
        "total": len(rounds),
        "found": len(found),
        "records": [told.record(row) for row in page],
    }


def _sealed(project_id: str) -> Select[Any]:
    shown = (
        Round.id, Round.number, Round.name_zh, Round.name_en, Round.occurrence_date, Round.sealed_at, Round.seal_hash,
        Round.place_id, Round.asset_ids, Round.extra_asset_ids,
    )  # fmt: skip
    wanted = select(*shown).where(Round.project_id == project_id, Round.state == "sealed")
    return wanted.order_by(Round.occurrence_date.desc(), Round.sealed_at.desc(), Round.id)


class _Told:
    """What is told of the rounds of one project: their rooms, assets, people and findings, read once for all."""

    def __init__(self, session: Session, project_id: str) -> None:
        places = session.execute(
            select(Place.id, Place.code, Place.name_zh, Place.name_en).where(Place.project_id == project_id)
        )
        self._places = {row.id: _words(row[1:]) for row in places}
        assets = session.execute(
            select(Asset.id, Asset.code, Asset.name_zh, Asset.name_en).where(Asset.project_id == project_id)
        )
        self._assets = {row.id: _words(row[1:]) for row in assets}
        self._staff = _staff(session, project_id)
        self._findings = _findings(session, project_id)

    def has_all(self, row: Row[Any], words: Iterable[str]) -> bool:
        text = self._text(row)
        return all(word in text for word in words)

    def record(self, row: Row[Any]) -> dict[str, Any]:
        names = ("number", "name_zh", "name_en", "occurrence_date", "sealed_at", "seal_hash")
        return {
            "round_id": row.id,
            **{name: getattr(row, name) for name in names},
            "staff": list(self._staff[row.id].values()),
            "assets": len(_asset_ids(row)),
            "findings": len(self._findings[row.id]),
        }

    def _text(self, row: Row[Any]) -> str:
        parts = [
            _words((row.number, row.name_zh, row.name_en, row.occurrence_date)),
            self._places.get(row.place_id, ""),
            *(self._assets.get(asset_id, "") for asset_id in _asset_ids(row)),
            *(_words(names.values()) for names in self._staff[row.id].values()),
            *self._findings[row.id],
        ]
        return "\n".join(parts)


def _asset_ids(row: Row[Any]) -> list[str]:
    return list(dict.fromkeys([*row.asset_ids, *row.extra_asset_ids]))


def _staff(session: Session, project_id: str) -> Mapping[str, dict[str, dict[str, str]]]:
    """Per round who handed it in, by person."""
    handed_in = (
        select(RoundEvent.round_id, RoundEvent.by, Member.display_name_zh, Member.display_name_en)
        .join(Member, (Member.person_id == RoundEvent.by) & (Member.project_id == RoundEvent.project_id))
        .where(RoundEvent.project_id == project_id, RoundEvent.name == "submitted")
        .order_by(RoundEvent.at, RoundEvent.id)
    )
    staff: defaultdict[str, dict[str, dict[str, str]]] = defaultdict(dict)
    for round_id, by, name_zh, name_en in session.execute(handed_in):
        staff[round_id][str(by)] = {"display_name_zh": name_zh, "display_name_en": name_en}
    return staff


def _findings(session: Session, project_id: str) -> Mapping[str, list[str]]:
    """Per round the words of each finding that stands."""
    standing = select(Finding.round_id, Finding.text, Finding.indication, Finding.actual).where(
        Finding.project_id == project_id, Finding.state != "withdrawn"
    )
    findings: defaultdict[str, list[str]] = defaultdict(list)
    for round_id, *said in session.execute(standing):
        findings[round_id].append(_words(said))
    return findings


def _words(parts: Iterable[str | None]) -> str:
    return "\n".join(part for part in parts if part).casefold()
