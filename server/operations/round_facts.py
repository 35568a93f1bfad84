"""A round as the rules see it: its template, its assets in walking order, its answers and events."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from server.operations.events import round_events, with_id
from server.rules.fixed_on_site import is_fixed_on_site
from server.rules.items import CellKey, hidden_cells, round_asset_ids
from server.rules.proofs import Proofs, asks_for_proof, proofs_of
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

    @cached_property
    def hidden(self) -> set[CellKey]:
        """Cells that their condition leaves out."""
        return hidden_cells(self.template, self.assets, self.answers)

    @cached_property
    def counted(self) -> list[dict[str, Any]]:
        """The answers without those of hidden items, which are kept and do not count."""
        return [answer for answer in self.answers if (answer["asset_id"], answer["check_key"]) not in self.hidden]


def view_round(work: Work, round_: Document) -> RoundView:
    """Load a round whole; asked for when it is submitted or decided on, not for every draft answer."""
    template = work.books.need("template", round_["template_id"])
    asset_ids = round_asset_ids(round_.fields)
    work.books.load({"asset": asset_ids})
    assets = [with_id(asset) for asset in (work.books.get("asset", asset_id) for asset_id in asset_ids) if asset]
    answers = [with_id(row) for row in work.books.find("answer", round_id=round_.id)]
    return RoundView(round_, with_id(template), assets, answers, round_events(work, round_.id))


def round_proofs(work: Work, view: RoundView) -> Proofs | None:
    """Photos and scans of the round; None where nothing asks for them."""
    round_ = with_id(view.round)
    if not asks_for_proof(view.template, round_) and not any(map(is_fixed_on_site, view.answers)):
        return None
    photos, scans = (work.books.find(name, round_id=view.round.id) for name in ("photo", "scan"))
    return proofs_of(round_, [row.fields for row in photos], [row.fields for row in scans])
