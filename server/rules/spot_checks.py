"""Photos asked at random, so that an answer given without looking does not pay (domain.md R2).

Which items are asked follows from the round's id and the item alone: phone and server agree without a word, and two
phones ask the same. Nobody chooses them, and nobody is told before the round is there.
"""

from typing import Final

from server.rules.documents import Fields
from server.rules.ids import natural_id

ASKED_KINDS: Final = ("judgement", "reading", "choice")
_STEPS: Final = 2**32


def is_spot_check(round_id: str, item: Fields, asset_id: str | None, *, percent: int) -> bool:
    """Whether this item asks for a photo on this round; `percent`: the round's share of them, 0 to 100."""
    if percent <= 0 or asset_id is None or not item["required"] or item["kind"] not in ASKED_KINDS:
        return False
    drawn = int(natural_id("spot_check", round_id, asset_id, item["check_key"])[:8], 16)
    return drawn * 100 < percent * _STEPS
