"""Which assets a plan covers by its scope: those in use, in these places and of these categories (R1, R2)."""

from collections.abc import Iterable, Mapping, Sequence

from server.rules.documents import Fields
from server.rules.place_tree import path_to


def assets_in_scope(scope: Fields, assets: Iterable[Fields], places: Sequence[Fields]) -> list[str]:
    """Ids in walking order: by place as the places are ordered, then by code. An empty list leaves nothing out.

    A place stands for all that lies in it. What is a spare or retired is no part of any round.
    """
    by_id = {place["id"]: place for place in places}
    wanted, categories = set(scope["place_ids"]), set(scope["categories"])
    covered = []
    for asset in assets:
        if asset["state"] != "in_use" or (categories and asset["category"] not in categories):
            continue
        path = path_to(asset["place_id"], by_id)
        if wanted and wanted.isdisjoint(path):
            continue
        covered.append((_walking_order(path, by_id), asset["code"], asset["id"]))
    return [asset_id for _, _, asset_id in sorted(covered)]


def _walking_order(path: Sequence[str], places: Mapping[str, Fields]) -> list[tuple[int, str]]:
    return [(places[place]["ordinal"], place) for place in path if place in places]
