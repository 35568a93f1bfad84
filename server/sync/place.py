"""Where a phone is in a stream. On the wire it is two values that the phone gives back as it got them.

`e` is the stream's epoch and, in hexadecimal, the head at which the phone's first sync of it began; `s` is the last
sequence that it was shown. Of what left the stream up to that head the phone never heard, so it need not hear that it
left, nor lose its place when that is forgotten: a first sync in many pages is never below the floor
(docs/decisions/004-retired-rounds.md).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from server.models import Stream


@dataclass(frozen=True)
class Place:
    """`since`: the last sequence shown. `began`: the stream's head when the first sync began."""

    since: int
    began: int

    @classmethod
    def read(cls, cursor: Mapping[str, Any], stream: Stream) -> Self | None:
        """None for a place from which the stream cannot go on: another epoch, beyond its head, or below its floor."""
        epoch, _, began = str(cursor["e"]).partition(".")
        try:
            place = cls(int(cursor["s"]), int(began or "0", 16))
        except ValueError:
            return None
        knows = max(place.since, place.began)
        return place if epoch == stream.epoch and stream.floor <= knows <= stream.head else None

    def epoch(self, stream: Stream) -> str:
        return f"{stream.epoch}.{self.began:x}"
