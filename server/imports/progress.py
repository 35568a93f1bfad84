"""How far an import is, for whoever waits for it; and what became of the lines that were left out."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import update

from server.database import writing
from server.models import AssetImport

MADE_READY = 60  # of a hundred; the rest is the one transaction, of which nobody sees a part
STEP = 10
SHOWN = 200


class Progress:
    """Says so in tenths: each is a transaction of its own."""

    def __init__(self, import_id: str, rows: int) -> None:
        self._import_id, self._rows = import_id, max(rows, 1)
        self._done = self._said = 0

    def done(self, rows: int) -> None:
        self._done += rows
        reached = self._done * MADE_READY // self._rows // STEP * STEP
        if reached > self._said and self._rows >= 1_000:
            self._said = reached
            with writing() as session:
                mine = AssetImport.id == self._import_id
                session.execute(update(AssetImport).where(mine).values(progress=reached))


def said_of(reason: str, lines: Sequence[int]) -> dict[str, Any]:
    """A problem as it is kept: the first lines, and how many there are."""
    return {"reason": reason, "lines": list(lines[:SHOWN]), "count": len(lines)}
