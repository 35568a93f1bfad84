"""Keeps what assets are found by equal to their rows and tags, in the transaction that writes these."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from server.models import Asset, Tag
from server.models.asset_text import AssetText
from server.rules.grams import folded_texts, tokens
from server.sync.document import Document

AT_ONCE = 500


def keep_texts(session: Session, changed: Sequence[Document]) -> None:
    """After these rows were written, the lock of their stream being held: nobody else writes the same texts."""
    assets = {row.id for row in changed if row.type.name == "asset"}
    write_texts(session, sorted(assets | {row["asset_id"] for row in changed if row.type.name == "tag"}))


def drop_texts(session: Session, asset_ids: Sequence[str]) -> None:
    """Before these assets are taken away."""
    for start in range(0, len(asset_ids), AT_ONCE):
        session.execute(delete(AssetText).where(AssetText.asset_id.in_(asset_ids[start : start + AT_ONCE])))


def write_texts(session: Session, asset_ids: Sequence[str]) -> None:
    """Write the texts of these assets that are not as they should be."""
    for start in range(0, len(asset_ids), AT_ONCE):
        some = asset_ids[start : start + AT_ONCE]
        said = _said(session, some)
        standing = select(AssetText.asset_id, AssetText.text).where(AssetText.asset_id.in_(some))
        stands = {row.asset_id: row.text for row in session.execute(standing)}
        moved = {asset_id: text for asset_id, text in said.items() if stands.get(asset_id) != text}
        replaced = [asset_id for asset_id in moved if asset_id in stands]
        if replaced:
            session.execute(delete(AssetText).where(AssetText.asset_id.in_(replaced)))
        if moved:
            session.execute(insert(AssetText), [_row(asset_id, text) for asset_id, text in moved.items()])


def _said(session: Session, asset_ids: Sequence[str]) -> dict[str, str]:
    tags: defaultdict[str, list[str]] = defaultdict(list)
    live = select(Tag.asset_id, Tag.code).where(Tag.asset_id.in_(asset_ids), Tag.revoked_at.is_(None))
    for row in session.execute(live.order_by(Tag.code)):
        tags[row.asset_id].append(row.code)
    told = (Asset.code, Asset.name_zh, Asset.name_en, Asset.brand, Asset.model, Asset.serial)
    rows = session.execute(select(Asset.id, *told).where(Asset.id.in_(asset_ids)))
    return {row.id: folded_texts((*row[1:], *tags[row.id])) for row in rows}


def _row(asset_id: str, text: str) -> dict[str, str]:
    return {"asset_id": asset_id, "text": text, "grams": " ".join(tokens(text))}
