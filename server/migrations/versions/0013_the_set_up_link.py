"""The link by which the first administrator comes to an empty server"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("installation", sa.Column("setup_token_hash", sa.String(length=64), nullable=True))
    op.add_column("installation", sa.Column("setup_expires_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("installation", "setup_expires_at")
    op.drop_column("installation", "setup_token_hash")
