"""The chain of operations"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "chain",
        sa.Column("project", sa.String(36), nullable=False),
        sa.Column("k", sa.Integer(), nullable=False),
        sa.Column("op_id", sa.String(36), nullable=False),
        sa.Column("outcome", sa.String(10), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("project", "k", name="pk_chain"),
    )
    op.create_index("ix_chain_op_id", "chain", ["op_id"])
    op.add_column("operation", sa.Column("chained", sa.String(10), nullable=True))
    op.create_index(
        "ix_operation_unchained",
        "operation",
        ["op_id"],
        sqlite_where=sa.text("chained IS NULL OR chained <> outcome"),
        postgresql_where=sa.text("chained IS NULL OR chained <> outcome"),
    )


def downgrade() -> None:
    op.drop_index("ix_operation_unchained", "operation")
    op.drop_column("operation", "chained")
    op.drop_table("chain")
