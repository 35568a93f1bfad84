"""Print the labels of a project's tags. Only tags in use: a revoked label must not come back by a reprint."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.config import current_config
from server.database import reading
from server.models import Asset, Place, Tag
from server.reports.labels.sheets import SHEETS, Sheet
from server.reports.qr import qr_svg
from server.reports.typesetting import typeset
from server.rules.tags import format_code, tag_text


@dataclass(frozen=True)
class Label:
    """What is printed on one label."""

    qr_text: str
    short_code: str
    name_zh: str
    name_en: str
    asset_code: str
    place: str


def labels_pdf(project_id: str, *, sheet: str, asset_ids: Sequence[str] = (), start: int = 1) -> bytes:
    """Print the asked assets' labels in the order asked, or all by place; `start` is the first free label."""
    with reading() as session:
        labels = read_labels(session, project_id, asset_ids, origin=current_config().tag_origin)
    return print_labels(SHEETS[sheet], labels, start=start)


def print_labels(sheet: Sheet, labels: Sequence[Label], *, start: int = 1) -> bytes:
    pictures = {f"qr-{number}.svg": qr_svg(label.qr_text) for number, label in enumerate(labels)}
    placed = [_placed(sheet, label, number, start - 1 + number) for number, label in enumerate(labels)]
    last = placed[-1]["page"] if placed else 0
    pages = [[label for label in placed if label["page"] == page] for page in range(last + 1)]
    data = {"page": sheet.page, "label": sheet.label, "qr": sheet.qr, "points": sheet.text_points, "pages": pages}
    return typeset("labels.typ", data, pictures=pictures)


def read_labels(session: Session, project_id: str, asset_ids: Sequence[str], *, origin: str) -> list[Label]:
    """Return the labels of the tags in use; an asset may have several, an asset without one has none."""
    places = {row.id: row for row in session.scalars(select(Place).where(Place.project_id == project_id))}
    wanted = select(Tag, Asset).join(Asset, Asset.id == Tag.asset_id)
    wanted = wanted.where(Asset.project_id == project_id, Tag.revoked_at.is_(None))
    if asset_ids:
        wanted = wanted.where(Asset.id.in_(asset_ids))
    rows = [(tag, asset) for tag, asset in session.execute(wanted.order_by(Asset.code, Tag.issued_at, Tag.id))]
    rows.sort(key=lambda row: _walking_order(places, row[1]))
    if asset_ids:
        asked = {asset_id: number for number, asset_id in enumerate(asset_ids)}
        rows.sort(key=lambda row: asked[row[1].id])
    return [_label(tag, asset, places, origin) for tag, asset in rows]


def _label(tag: Tag, asset: Asset, places: Mapping[str, Place], origin: str) -> Label:
    room = _room(places, asset.place_id)
    return Label(
        qr_text=tag_text(origin, tag.code, tag.check),
        short_code=format_code(tag.code),
        name_zh=asset.name_zh,
        name_en=asset.name_en,
        asset_code=asset.code,
        place=room.name_zh if room else "",
    )


def _walking_order(places: Mapping[str, Place], asset: Asset) -> tuple[int, int, str]:
    """By room, then by rack: whoever sticks the labels walks the rooms once."""
    room = _room(places, asset.place_id)
    rack = places.get(asset.place_id or "")
    return (room.ordinal if room else -1, rack.ordinal if rack else -1, asset.code)


def _room(places: Mapping[str, Place], place_id: str | None) -> Place | None:
    place = places.get(place_id or "")
    while place is not None and place.kind == "rack":
        place = places.get(place.parent_id or "")
    return place


def _placed(sheet: Sheet, label: Label, number: int, slot: int) -> dict[str, Any]:
    page, on_page = divmod(slot, sheet.per_page)
    row, column = divmod(on_page, sheet.columns)
    return {
        "page": page,
        "x": sheet.first[0] + column * sheet.pitch[0],
        "y": sheet.first[1] + row * sheet.pitch[1],
        "qr": f"qr-{number}.svg",
        "short_code": label.short_code,
        "name_zh": label.name_zh,
        "name_en": label.name_en if label.name_en != label.name_zh else "",
        "asset_code": label.asset_code,
        "place": label.place,
    }
