"""What an asset is found by: derived from its row and its live tags, indexed by what each database has for it.

PostgreSQL keeps a GIN index of the tokens; SQLite an FTS5 table, which triggers hold equal to this one.
"""

from sqlalchemy import DDL, ForeignKey, Integer, Text, event
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import Model
from server.models.types import Id

FTS: str = "asset_text_fts"
GIN: str = "ix_asset_text_grams"
POSTGRESQL_INDEX: str = f"CREATE INDEX {GIN} ON asset_text USING gin (grams)"
SQLITE_INDEX: tuple[str, ...] = (
    f"CREATE VIRTUAL TABLE {FTS} USING fts5(grams, content='asset_text', content_rowid='n', detail=none, columnsize=0)",
    "CREATE TRIGGER asset_text_in AFTER INSERT ON asset_text BEGIN "
    f"INSERT INTO {FTS}(rowid, grams) VALUES (new.n, new.grams); END",
    "CREATE TRIGGER asset_text_out AFTER DELETE ON asset_text BEGIN "
    f"INSERT INTO {FTS}({FTS}, rowid, grams) VALUES ('delete', old.n, old.grams); END",
    "CREATE TRIGGER asset_text_change AFTER UPDATE ON asset_text BEGIN "
    f"INSERT INTO {FTS}({FTS}, rowid, grams) VALUES ('delete', old.n, old.grams); "
    f"INSERT INTO {FTS}(rowid, grams) VALUES (new.n, new.grams); END",
)


class AssetText(Model):
    """`text`: code, names, brand, model, serial and live tags, folded; `grams`: its tokens (server/rules/grams.py)."""

    __tablename__ = "asset_text"

    n: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    asset_id: Mapped[str] = mapped_column(Id, ForeignKey("asset.id"), unique=True)
    text: Mapped[str] = mapped_column(Text)
    grams: Mapped[str] = mapped_column(Text().with_variant(TSVECTOR(), "postgresql"))


def is_of_models(name: str | None, _kind: object, _parents: object) -> bool:
    """For comparing the database with the models: what each database has for the index alone is in no model."""
    return not (name or "").startswith((FTS, GIN))


for _database, _statement in (*(("sqlite", one) for one in SQLITE_INDEX), ("postgresql", POSTGRESQL_INDEX)):
    _ddl = DDL(_statement)  # type: ignore[no-untyped-call]  # SQLAlchemy's own
    event.listen(AssetText.__table__, "after_create", _ddl.execute_if(dialect=_database))
