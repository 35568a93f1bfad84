"""Why a point of a round is sent back: one of these to each pinned comment, whose words say the rest."""

from typing import Final

RETURN_REASONS: Final = (
    "photo_unclear",
    "reading_implausible",
    "item_missing",
    "wrong_asset",
    "text_unclear",
    "other",
)
