"""What a message says, taken when it is written: a ticket that moves on later does not change what was told."""

from typing import Any

from server.rules.asset_name import asset_name
from server.sync.document import Document
from server.sync.work import Work


def facts_of(work: Work, ticket: Document) -> dict[str, Any]:
    """Number, title, asset, place, severity and the deadline that is shown (wire instant)."""
    asset = work.books.look_at("asset", ticket["asset_id"]) if ticket["asset_id"] else None
    place_id = ticket["place_id"] or (asset["place_id"] if asset else None)
    place = work.books.look_at("place", place_id) if place_id else None
    return {
        "number": ticket["number"],
        "title_zh": ticket["title_zh"],
        "title_en": ticket["title_en"],
        "severity": ticket["severity"],
        "due_at": ticket["next_due_at"],
        "asset_zh": asset_name(asset.fields, "zh-CN") if asset else None,
        "asset_en": asset_name(asset.fields, "en") if asset else None,
        "place_zh": place["name_zh"] if place else None,
        "place_en": place["name_en"] if place else None,
    }
