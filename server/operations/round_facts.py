"""A round as the rules see it: its template, its assets in walking order, its answers and events."""

from dataclasses import dataclass
from typing import Any

from server.operations.events import round_events, with_id
from server.rules.items import round_asset_ids
from server.sync.document import Document
from server.sync.work import Work


@dataclass
class RoundView:
    """The documents of one round, as plain mappings for the rules."""

    round: Document
    template: dict[str, Any]
    assets: list[dict[str, Any]]
    answers: list[dict[str, Any]]
    events: list[dict[str, Any]]


def view_round(work: Work, round_: Document) -> RoundView:
    """Load a round whole; asked for when it is submitted or decided on, not for every draft answer."""
    template = work.books.need("template", round_["template_id"])
    asset_ids = round_asset_ids(round_.fields)
    work.books.load({"asset": asset_ids})
    assets = [with_id(asset) for asset in (work.books.get("asset", asset_id) for asset_id in asset_ids) if asset]
    answers = [with_id(row) for row in work.books.find("answer", round_id=round_.id)]
    return RoundView(round_, with_id(template), assets, answers, round_events(work, round_.id))
