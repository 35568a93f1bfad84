"""Which items are asked of what, and in which order they are shown, signed and printed."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, TypeAlias

from server.rules.conditions import holds
from server.rules.documents import Fields

CellKey: TypeAlias = tuple[str | None, str]


class Cell(NamedTuple):
    """One thing to answer on a round: an item on an asset, or (asset None) on the whole round."""

    asset: Fields | None
    item: Fields

    @property
    def asset_id(self) -> str | None:
        return None if self.asset is None else str(self.asset["id"])

    @property
    def check_key(self) -> str:
        return str(self.item["check_key"])

    @property
    def key(self) -> CellKey:
        return self.asset_id, self.check_key


def items_of(template: Fields, asset: Fields) -> list[Fields]:
    """Items that this asset is asked: those of its category, and those of no category in particular."""
    category = asset["category"]
    return in_order(
        item
        for item in template["items"]
        if item["scope"] == "asset" and (not item["categories"] or category in item["categories"])
    )


def round_items(template: Fields) -> list[Fields]:
    """Items that are asked once for the whole round (rows 6 and 7 of the paper form)."""
    return in_order(item for item in template["items"] if item["scope"] == "round")


def round_asset_ids(round_: Fields) -> list[str]:
    """The round's assets in walking order: the planned ones, then those added on the way."""
    return list(dict.fromkeys([*round_["asset_ids"], *(round_.get("extra_asset_ids") or [])]))


def cells_of(template: Fields, assets: Iterable[Fields]) -> list[Cell]:
    """Everything to answer, as shown: asset by asset in the order given, then the round's own items."""
    of_category: dict[Any, list[Fields]] = {}  # many assets are of few categories
    on_assets: list[Cell] = []
    for asset in assets:
        category = asset["category"]
        if category not in of_category:
            of_category[category] = items_of(template, asset)
        on_assets += [Cell(asset, item) for item in of_category[category]]
    return on_assets + [Cell(None, item) for item in round_items(template)]


def hidden_cells(template: Fields, assets: Iterable[Fields], answers: Iterable[Fields]) -> set[CellKey]:
    """Cells that their condition leaves out. What was answered there before is kept, and does not count.

    An item that is hidden itself answers no other one's condition.
    """
    if all(item.get("shown_if") is None for item in template["items"]):
        return set()
    by_cell = {(answer["asset_id"], answer["check_key"]): answer for answer in answers}
    cells = cells_of(template, assets)
    hidden: set[CellKey] = set()
    of_round: dict[str, Fields] = {}
    of_asset: dict[str | None, dict[str, Fields]] = {}
    for cell in sorted(cells, key=lambda cell: cell.asset is not None):  # the round's own first: any item may ask them
        known = of_round if cell.asset is None else of_asset.setdefault(cell.asset_id, dict(of_round))
        answer = by_cell.get(cell.key)
        if not holds(cell.item.get("shown_if"), known):
            hidden.add(cell.key)
        elif answer is not None:
            known[cell.check_key] = answer
    return hidden


def shown_cells(template: Fields, assets: Sequence[Fields], answers: Iterable[Fields]) -> list[Cell]:
    """What is to be answered as the answers stand, in the order shown."""
    hidden = hidden_cells(template, assets, answers)
    return [cell for cell in cells_of(template, assets) if cell.key not in hidden]


def in_order(items: Iterable[Any]) -> list[Fields]:
    """Items in the order shown."""
    return sorted(items, key=lambda item: (item["ordinal"], item["check_key"]))
