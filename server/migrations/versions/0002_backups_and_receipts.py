"""Backups and receipts"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Columns only, added in place: no table is copied, however long the history."""
    op.add_column("device", sa.Column("durable_n", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("operation", sa.Column("rightful", sa.Boolean(), nullable=True))
    json = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
    op.add_column("operation", sa.Column("made", json, nullable=True))


def downgrade() -> None:
    op.drop_column("operation", "made")
    op.drop_column("operation", "rightful")
    op.drop_column("device", "durable_n")
