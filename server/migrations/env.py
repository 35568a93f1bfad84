"""How Alembic reaches our database and what it compares with: `flask --app server db migrate`."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import JSON

from server.extensions import db
from server.models.asset_text import is_of_models
from server.models.types import Day, Instant

# Written into a migration as what the database sees: a type of ours may change its Python side later.
PLAIN_TYPES = {Instant: "sa.DateTime(timezone=True)", Day: "sa.Date()"}


def render_item(kind: str, item: Any, autogen: AutogenContext) -> str | Literal[False]:
    if kind == "type" and isinstance(item, JSON):
        autogen.imports.add("from sqlalchemy.dialects import postgresql")
        return 'sa.JSON().with_variant(postgresql.JSONB(), "postgresql")'
    return PLAIN_TYPES.get(type(item), False) if kind == "type" else False


def run() -> None:
    with db.engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=db.metadata,
            render_as_batch=True,  # SQLite alters a table by copying it
            render_item=render_item,
            include_name=is_of_models,
            transactional_ddl=True,
            transaction_per_migration=True,
        )
        with context.begin_transaction():
            context.run_migrations()


run()
