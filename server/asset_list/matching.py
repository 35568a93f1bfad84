"""Which assets say these words: asked of the index that each database has, then of the text itself.

The index knows pairs of characters, not that they follow each other: what it names is looked at once more.
"""

from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, Select, cast, column, literal, literal_column, select, table
from sqlalchemy.dialects.postgresql import TSQUERY

from server.models import AssetText
from server.models.asset_text import FTS
from server.rules.grams import wanted_tokens

_FTS = table(FTS, column("rowid"))


def in_index(words: Sequence[str], database: str) -> Select[str]:
    """Ids of assets that say all of them."""
    holds = _holds_fts5(words) if database == "sqlite" else _holds_tsquery(words)
    return select(AssetText.asset_id).where(holds, *says(words))


def says(words: Sequence[str]) -> Iterator[ColumnElement[bool]]:
    """Read in the text. A word is letters and digits alone: no sign of LIKE is in it."""
    return (AssetText.text.contains(word) for word in words)


def _holds_fts5(words: Sequence[str]) -> ColumnElement[bool]:
    whole, begun = wanted_tokens(words)
    asked = " AND ".join([*(f'"{token}"' for token in whole), *(f'"{token}"*' for token in begun)])
    matches = literal_column(FTS).op("MATCH")(literal(asked))
    return AssetText.n.in_(select(_FTS.c.rowid).where(matches))


def _holds_tsquery(words: Sequence[str]) -> ColumnElement[bool]:
    whole, begun = wanted_tokens(words)
    asked = " & ".join([*(f"'{token}'" for token in whole), *(f"'{token}':*" for token in begun)])
    return AssetText.grams.op("@@")(cast(literal(asked), TSQUERY))
