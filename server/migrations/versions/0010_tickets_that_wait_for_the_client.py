"""The tickets that wait for the client's word, found among all that were solved"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "ix_ticket_waiting",
        "ticket",
        ["project_id", "closed_at"],
        unique=False,
        sqlite_where=sa.text("state = 'resolved'"),
        postgresql_where=sa.text("state = 'resolved'"),
    )


def downgrade() -> None:
    op.drop_index("ix_ticket_waiting", table_name="ticket")
