"""What operations offered again were told before, and what was promised"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.add_column("operation", sa.Column("told", JSON, nullable=True))
    op.create_table(
        "promise",
        sa.Column("key", sa.String(120), nullable=False),
        sa.Column("value", JSON, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_promise"),
    )


def downgrade() -> None:
    op.drop_table("promise")
    op.drop_column("operation", "told")
