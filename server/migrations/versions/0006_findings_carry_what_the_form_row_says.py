"""A finding carries its row's 指示 and 实际; those there already take them from their answers"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

FROM_ANSWERS = """
UPDATE finding SET
    indication = (SELECT answer.indication FROM answer WHERE answer.id = finding.answer_id AND answer.value = 'abnormal'),
    actual = (SELECT answer.actual FROM answer WHERE answer.id = finding.answer_id AND answer.value = 'abnormal')
"""


def upgrade() -> None:
    op.add_column("finding", sa.Column("indication", sa.Text(), nullable=True))
    op.add_column("finding", sa.Column("actual", sa.Text(), nullable=True))
    op.execute(FROM_ANSWERS)


def downgrade() -> None:
    op.drop_column("finding", "actual")
    op.drop_column("finding", "indication")
