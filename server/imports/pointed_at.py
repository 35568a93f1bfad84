"""What points to assets and places: a row that is used by anything is not taken away.

Foreign keys are found by themselves, also those of tables to come; lists of ids are named here.
"""

from collections.abc import Iterable
from functools import cache
from typing import Final

from sqlalchemy import Column, select
from sqlalchemy.orm import Session

from server.extensions import Base
from server.models import Answer, Finding, Photo, Plan, Round, Scan, Tag
from server.prepared import Prepared, among

_LOOSE: Final = (Answer, Finding, Photo, Scan, Tag)  # name an asset, some without a foreign key

_DERIVED: Final = frozenset({"asset_text"})  # goes with its asset


def assets_in_use(session: Session, project_id: str, asset_ids: Iterable[str]) -> set[str]:
    """By tags, answers, photos, tickets, and the lists of rounds and of plans that list them one by one."""
    wanted = set(asset_ids)
    used = _pointed_at(session, "asset", wanted)
    for model in _LOOSE:
        used |= _among(session, Base.metadata.tables[model.__tablename__].c.asset_id, wanted)
    rounds = select(Round.asset_ids, Round.extra_asset_ids).where(Round.project_id == project_id)
    for listed, extra in session.execute(rounds):
        used |= wanted.intersection(listed, ()) | wanted.intersection(extra or ())
    for plan in session.scalars(select(Plan).where(Plan.project_id == project_id, Plan.scope.is_(None))):
        used |= wanted.intersection(plan.asset_ids)
    return used


def places_in_use(session: Session, place_ids: Iterable[str], leaving: Iterable[str]) -> set[str]:
    """By anything but the places and assets that leave with them; whatever a place in use lies in is used too."""
    wanted, gone = set(place_ids), set(leaving)
    used: set[str] = set()
    for column in _columns_to("place"):
        used |= _among(session, column, wanted, gone if column.table.name in ("asset", "place") else ())
    place = Base.metadata.tables["place"]
    parents = {row.id: row.parent_id for row in session.execute(select(place.c.id, place.c.parent_id))}
    todo = list(used)
    while todo:
        above = parents.get(todo.pop())
        if above in wanted and above not in used:
            used.add(above)
            todo.append(above)
    return used


def _pointed_at(session: Session, name: str, wanted: set[str]) -> set[str]:
    return {found for column in _columns_to(name) for found in _among(session, column, wanted)}


@cache
def _columns_to(name: str) -> tuple[Column[str], ...]:
    return tuple(
        column
        for table in Base.metadata.sorted_tables
        if table.name not in _DERIVED
        for column in table.columns
        if any(key.column.table.name == name for key in column.foreign_keys)
    )


def _among(session: Session, column: Column[str], wanted: set[str], leaving: Iterable[str] = ()) -> set[str]:
    gone = set(leaving)
    return {row.named for row in _asking(column).rows(session, ids=sorted(wanted)) if row.row_id not in gone}


@cache
def _asking(column: Column[str]) -> Prepared:
    key = column.table.primary_key.columns[0]
    return Prepared(select(column.label("named"), key.label("row_id")).where(among(column, "ids")))
