"""The desk asks what is under way, unsettled, or was at an asset, and does not read all of the past for it"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

UNDER_WAY = sa.text("state IN ('open', 'sent_back', 'submitted')")
ABNORMAL = sa.text("value = 'abnormal'")
UNSETTLED = sa.text("outcome IN ('parked', 'waiting') AND settled_by IS NULL")


def upgrade() -> None:
    op.create_index("ix_scan_asset", "scan", ["asset_id", "at"])
    op.create_index(
        "ix_answer_abnormal", "answer", ["asset_id", "answered_at"], sqlite_where=ABNORMAL, postgresql_where=ABNORMAL
    )
    op.drop_index("ix_answer_asset", "answer")
    op.create_index("ix_answer_asset", "answer", ["asset_id", "check_key", "answered_at"])
    op.create_index(
        "ix_round_under_way", "round", ["project_id"], sqlite_where=UNDER_WAY, postgresql_where=UNDER_WAY
    )
    op.create_index(
        "ix_operation_unsettled", "operation", ["op_id"], sqlite_where=UNSETTLED, postgresql_where=UNSETTLED
    )


def downgrade() -> None:
    op.drop_index("ix_operation_unsettled", "operation")
    op.drop_index("ix_round_under_way", "round")
    op.drop_index("ix_answer_asset", "answer")
    op.create_index("ix_answer_asset", "answer", ["asset_id", "check_key"])
    op.drop_index("ix_answer_abnormal", "answer")
    op.drop_index("ix_scan_asset", "scan")
