"""A fault of the whole round has one open ticket; of those that are there twice the younger count as opened apart"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

OPEN = "is_open AND NOT separate AND asset_id IS NULL"
YOUNGER = f"""
UPDATE ticket SET separate = true WHERE {OPEN} AND EXISTS (
    SELECT 1 FROM ticket AS older
    WHERE older.is_open AND NOT older.separate AND older.asset_id IS NULL
      AND older.project_id = ticket.project_id AND older.check_key = ticket.check_key
      AND (older.opened_at < ticket.opened_at OR (older.opened_at = ticket.opened_at AND older.id < ticket.id))
)"""


def upgrade() -> None:
    op.execute(YOUNGER)
    op.create_index(
        "ux_ticket_same_fault_of_round",
        "ticket",
        ["project_id", "check_key"],
        unique=True,
        sqlite_where=sa.text(OPEN),
        postgresql_where=sa.text(OPEN),
    )


def downgrade() -> None:
    op.drop_index("ux_ticket_same_fault_of_round", "ticket")
