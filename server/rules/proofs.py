"""What stands beside an answer as its proof: photos pinned to it, its asset's scan, and whether chance asks for one."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from server.rules.documents import Fields
from server.rules.items import CellKey
from server.rules.spot_checks import is_spot_check

OF_ITEM: Final = ("item", "before", "after")


class Proof(NamedTuple):
    """Of one cell: the purposes of its photos that were not withdrawn, whether the asset was scanned, whether it is
    one of those that ask for a photo at random."""

    photos: frozenset[str] = frozenset()
    scanned: bool = False
    spot_check: bool = False


NO_PROOF: Final = Proof()


class Proofs(NamedTuple):
    """Of a whole round. `proof_percent` is the round's share of photos asked at random."""

    round_id: str
    proof_percent: int
    photos: Mapping[CellKey, frozenset[str]]
    scanned: frozenset[str]

    def of(self, item: Fields, key: CellKey) -> Proof:
        asset_id = key[0]
        spot_check = is_spot_check(self.round_id, item, asset_id, percent=self.proof_percent)
        return Proof(self.photos.get(key, frozenset()), asset_id in self.scanned, spot_check)


def proofs_of(round_: Fields, photos: Iterable[Fields], scans: Iterable[Fields]) -> Proofs:
    """Gather what stands; `round_` says `id` and `proof_percent`."""
    pinned: dict[CellKey, set[str]] = {}
    for photo in photos:
        if photo["withdrawn_at"] is None and photo["check_key"] is not None and photo["purpose"] in OF_ITEM:
            pinned.setdefault((photo["asset_id"], photo["check_key"]), set()).add(photo["purpose"])
    scanned = frozenset(scan["asset_id"] for scan in scans)
    frozen = {key: frozenset(purposes) for key, purposes in pinned.items()}
    return Proofs(round_["id"], round_["proof_percent"], frozen, scanned)


def asks_for_proof(template: Fields, round_: Fields) -> bool:
    """Whether any item may ask for a photo or a scan: without one, nobody need look for them."""
    return round_["proof_percent"] > 0 or any(
        item["kind"] == "photo" or item.get("photo", "none") != "none" or item.get("scan") for item in template["items"]
    )
