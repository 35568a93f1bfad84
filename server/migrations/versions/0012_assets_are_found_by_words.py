"""Assets are found by words: an index of pairs of characters, filled with what there is"""

import unicodedata
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

AT_ONCE = 5_000
FTS = "asset_text_fts"
SQLITE_INDEX = (
    f"CREATE VIRTUAL TABLE {FTS} USING fts5(grams, content='asset_text', content_rowid='n', detail=none, columnsize=0)",
    "CREATE TRIGGER asset_text_in AFTER INSERT ON asset_text BEGIN "
    f"INSERT INTO {FTS}(rowid, grams) VALUES (new.n, new.grams); END",
    "CREATE TRIGGER asset_text_out AFTER DELETE ON asset_text BEGIN "
    f"INSERT INTO {FTS}({FTS}, rowid, grams) VALUES ('delete', old.n, old.grams); END",
    "CREATE TRIGGER asset_text_change AFTER UPDATE ON asset_text BEGIN "
    f"INSERT INTO {FTS}({FTS}, rowid, grams) VALUES ('delete', old.n, old.grams); "
    f"INSERT INTO {FTS}(rowid, grams) VALUES (new.n, new.grams); END",
)
SAID = "SELECT id, code, name_zh, name_en, brand, model, serial FROM asset WHERE id > :after ORDER BY id LIMIT :most"
LIVE = (
    "SELECT asset_id, code FROM tag WHERE revoked_at IS NULL AND asset_id > :after AND asset_id <= :last ORDER BY code"
)


def upgrade() -> None:
    op.create_table(
        "asset_text",
        sa.Column("n", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("asset_id", sa.String(length=36), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("grams", sa.Text().with_variant(postgresql.TSVECTOR(), "postgresql"), nullable=False),
        sa.ForeignKeyConstraint(["asset_id"], ["asset.id"], name=op.f("fk_asset_text_asset_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_asset_text")),
        sa.UniqueConstraint("asset_id", name=op.f("uq_asset_text_asset_id")),
    )
    if op.get_bind().dialect.name == "sqlite":
        for statement in SQLITE_INDEX:
            op.execute(statement)
    else:
        op.create_index("ix_asset_text_grams", "asset_text", ["grams"], unique=False, postgresql_using="gin")
    op.create_index("ix_asset_project_state", "asset", ["project_id", "state", "code"], unique=False)
    op.create_index("ix_place_parent", "place", ["parent_id"], unique=False)
    _fill()


def downgrade() -> None:
    op.drop_index("ix_place_parent", table_name="place")
    op.drop_index("ix_asset_project_state", table_name="asset")
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"DROP TABLE {FTS}")
    op.drop_table("asset_text")


def _fill() -> None:
    connection, after = op.get_bind(), ""
    table = sa.table("asset_text", *(sa.column(name) for name in ("asset_id", "text", "grams")))
    filling = sa.insert(table)
    if connection.dialect.name == "postgresql":
        grams = sa.cast(sa.bindparam("grams"), postgresql.TSVECTOR())
        filling = filling.values(asset_id=sa.bindparam("asset_id"), text=sa.bindparam("text"), grams=grams)
    while rows := connection.execute(sa.text(SAID), {"after": after, "most": AT_ONCE}).all():
        tags: dict[str, list[str]] = {}
        for row in connection.execute(sa.text(LIVE), {"after": after, "last": rows[-1].id}):
            tags.setdefault(row.asset_id, []).append(row.code)
        connection.execute(filling, [_row(row, tags.get(row.id, [])) for row in rows])
        after = rows[-1].id


def _row(row: Any, tags: list[str]) -> dict[str, str]:
    texts = dict.fromkeys(folded for text in (*row[1:], *tags) if text and (folded := _folded(text)))
    pairs = {text[at : at + 2].encode().hex() for text in texts for at in range(len(text))}
    return {"asset_id": row.id, "text": "\n".join(texts), "grams": " ".join(sorted(pairs))}


def _folded(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())
