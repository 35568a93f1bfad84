"""The rows of a table against what the project has now: what an import would do, as of this moment."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from server.imports.known import known_assets, known_places
from server.imports.sheet import Cell
from server.rules.ids import natural_id
from server.rules.import_judging import Judged, counts_of, judge_rows, keys_of, unknown_words
from server.rules.import_mapping import ImportMapping
from server.rules.import_places import PlaceBook, PlaceFacts
from server.rules.import_reading import read_row


@dataclass(frozen=True)
class Preview:
    """`digest` names exactly this: who applies it says what they saw. `places` are made first, parents first."""

    rows: list[Judged]
    places: list[PlaceFacts]
    counts: dict[str, int]
    digest: str

    def as_counts(self) -> dict[str, Any]:
        places = [
            {"id": one.id, "parent_id": one.parent_id, "kind": one.kind, "name": one.names[0]} for one in self.places
        ]
        problems = [problem for row in self.rows for problem in row.problems]
        return {**self.counts, "places": places, "digest": self.digest, "unknown_words": unknown_words(problems)}


def judge(
    session: Session, project_id: str, import_id: str, rows: Sequence[tuple[int, list[Cell]]], mapping: ImportMapping
) -> Preview:
    """Ids of what would be new follow from the import, so that looking again shows the same."""
    said = [read_row(line, cells, mapping) for line, cells in rows]
    known = known_assets(session, project_id, keys_of(said, "code"), keys_of(said, "serial"))

    def place_id(parent: str | None, name: str) -> str:
        return natural_id("import_place", import_id, parent, name)

    places = PlaceBook(known_places(session, project_id), place_id, mapping.make_places)
    judged = judge_rows(said, known, places, lambda line: natural_id("import_asset", import_id, str(line)))
    return Preview(judged, places.made, counts_of(judged), _digest(judged))


def _digest(rows: Sequence[Judged]) -> str:
    seen = hashlib.sha256()
    for row in rows:
        said = [row.line, row.verdict, row.asset_id, row.set, row.before]
        seen.update(json.dumps(said, sort_keys=True, ensure_ascii=False).encode())
    return seen.hexdigest()
