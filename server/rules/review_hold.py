"""Who is looking at a submitted round: a sign to the other supervisors, so that two do not tread on each other.

It binds nobody. Whoever gives no sign for half an hour has gone away.
"""

from typing import Final

from server.rules.documents import Fields
from server.rules.instants import milliseconds

HOLD_MINUTES: Final = 30


def reviewer_at(round_: Fields, moment: str) -> str | None:
    """Who holds the round for review at that moment; None where nobody does, or not any more."""
    reviewer, taken_at = round_["reviewer_id"], round_["review_taken_at"]
    if round_["state"] != "submitted" or reviewer is None or taken_at is None:
        return None
    held = milliseconds(moment) - milliseconds(taken_at) < HOLD_MINUTES * 60_000
    return str(reviewer) if held else None


def is_taken(round_: Fields, person_id: str, moment: str, *, over: bool) -> bool:
    """True if this person holds it after taking it up: where another does, only by taking it over knowingly."""
    return round_["state"] == "submitted" and (over or reviewer_at(round_, moment) in (None, person_id))
