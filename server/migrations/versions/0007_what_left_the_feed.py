"""When a document left the feed, and which rounds and tickets did"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("stream_entry", sa.Column("gone_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "retirement",
        sa.Column("root_id", sa.String(length=36), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("returned_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("root_id", name=op.f("pk_retirement")),
    )


def downgrade() -> None:
    op.drop_table("retirement")
    op.drop_column("stream_entry", "gone_at")
