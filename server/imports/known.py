"""What the project has already: the assets that a table may be about, and all its places."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from server.models import Place
from server.models.documents import DOCUMENT_TYPES
from server.prepared import Prepared, among
from server.rules.import_judging import Asset as AssetFacts
from server.rules.import_judging import KnownAssets
from server.rules.import_places import PlaceFacts

_TABLE = DOCUMENT_TYPES["asset"].table
_OF_PROJECT = _TABLE.c.project_id == bindparam("project")
_BY_CODE = Prepared(select(_TABLE).where(_OF_PROJECT, among(_TABLE.c.code, "texts")).order_by(_TABLE.c.id))
_BY_SERIAL = Prepared(select(_TABLE).where(_OF_PROJECT, among(_TABLE.c.serial, "texts")).order_by(_TABLE.c.id))


def known_assets(session: Session, project_id: str, codes: Iterable[str], serials: Iterable[str]) -> KnownAssets:
    by_code, by_serial = dict[str, list[AssetFacts]](), dict[str, list[AssetFacts]]()
    for row in _BY_CODE.rows(session, project=project_id, texts=sorted(codes)):
        by_code.setdefault(row.code, []).append(row._asdict())
    for row in _BY_SERIAL.rows(session, project=project_id, texts=sorted(serials)):
        by_serial.setdefault(row.serial, []).append(row._asdict())
    return KnownAssets(by_code, by_serial)


def known_places(session: Session, project_id: str) -> list[PlaceFacts]:
    shown = (Place.id, Place.parent_id, Place.kind, Place.name_zh, Place.name_en, Place.code)
    rows = session.execute(select(*shown).where(Place.project_id == project_id).order_by(Place.ordinal, Place.id))
    return [PlaceFacts(row.id, row.parent_id, row.kind, _names(row)) for row in rows]


def codes_there(session: Session, project_id: str, codes: Iterable[str]) -> set[str]:
    """Which of these codes the project has by now."""
    return {row.code for row in _BY_CODE.rows(session, project=project_id, texts=sorted(codes))}


def _names(row: Any) -> tuple[str, ...]:
    return tuple(name for name in (row.name_zh, row.name_en, row.code) if name)
