"""Tickets of every source, the clocks' policy, contacts, the roster, notifications and links; found when opened."""

from secrets import token_hex

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def _begin_streams_anew() -> None:
    connection = op.get_bind()
    for stream in connection.execute(sa.text("SELECT id FROM stream WHERE id LIKE 'project:%'")).scalars().all():
        change = sa.text("UPDATE stream SET epoch = :epoch WHERE id = :id")
        connection.execute(change, {"epoch": f"e_{token_hex(6)}", "id": stream})


def upgrade() -> None:
    op.create_table('article',
    sa.Column('category', sa.String(length=30), nullable=True),
    sa.Column('kind', sa.String(length=20), nullable=True),
    sa.Column('title_zh', sa.Text(), nullable=False),
    sa.Column('title_en', sa.Text(), nullable=True),
    sa.Column('symptom', sa.Text(), nullable=True),
    sa.Column('cause', sa.Text(), nullable=True),
    sa.Column('solution', sa.Text(), nullable=True),
    sa.Column('helped', sa.Integer(), nullable=False),
    sa.Column('ticket_id', sa.String(length=36), nullable=True),
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('writers', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('project_id', sa.String(length=36), nullable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_article_project_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_article'))
    )
    with op.batch_alter_table('article', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_article_project_id'), ['project_id'], unique=False)

    op.create_table('channel',
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('project_id', sa.String(length=36), nullable=False),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('address', sa.Text(), nullable=False),
    sa.Column('secret', sa.Text(), nullable=True),
    sa.Column('language', sa.String(length=10), nullable=False),
    sa.Column('kinds', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('least_severity', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('disabled_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_channel_project_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_channel'))
    )
    with op.batch_alter_table('channel', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_channel_project_id'), ['project_id'], unique=False)

    op.create_table('notice',
    sa.Column('person_id', sa.String(length=36), nullable=False),
    sa.Column('kind', sa.String(length=30), nullable=False),
    sa.Column('subject_project_id', sa.String(length=36), nullable=True),
    sa.Column('ticket_id', sa.String(length=36), nullable=True),
    sa.Column('args', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('urgent', sa.Boolean(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('read_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('writers', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('project_id', sa.String(length=36), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_notice_person_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_notice_project_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_notice'))
    )
    with op.batch_alter_table('notice', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_notice_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_notice_project_id'), ['project_id'], unique=False)

    op.create_table('preference',
    sa.Column('person_id', sa.String(length=36), nullable=False),
    sa.Column('email', sa.String(length=200), nullable=True),
    sa.Column('quiet_from', sa.String(length=5), nullable=True),
    sa.Column('quiet_to', sa.String(length=5), nullable=True),
    sa.Column('language', sa.String(length=10), nullable=True),
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('writers', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('project_id', sa.String(length=36), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_preference_person_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_preference_project_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_preference')),
    sa.UniqueConstraint('person_id', name=op.f('uq_preference_person_id'))
    )
    with op.batch_alter_table('preference', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_preference_project_id'), ['project_id'], unique=False)

    op.create_table('shift',
    sa.Column('person_id', sa.String(length=36), nullable=False),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('duty', sa.String(length=10), nullable=False),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('cancelled_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('writers', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('project_id', sa.String(length=36), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_shift_person_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_shift_project_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_shift'))
    )
    with op.batch_alter_table('shift', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_shift_person_id'), ['person_id'], unique=False)
        batch_op.create_index('ix_shift_project_ends', ['project_id', 'ends_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_shift_project_id'), ['project_id'], unique=False)

    op.create_table('sla_policy',
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('valid_from', sa.DateTime(timezone=True), nullable=False),
    sa.Column('changed_by', sa.String(length=36), nullable=True),
    sa.Column('body', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('writers', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('project_id', sa.String(length=36), nullable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_sla_policy_project_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sla_policy')),
    sa.UniqueConstraint('project_id', 'version', name=op.f('uq_sla_policy_project_id_version'))
    )
    with op.batch_alter_table('sla_policy', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_sla_policy_project_id'), ['project_id'], unique=False)

    op.create_table('notification',
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('key', sa.String(length=200), nullable=False),
    sa.Column('project_id', sa.String(length=36), nullable=True),
    sa.Column('channel_id', sa.String(length=36), nullable=True),
    sa.Column('person_id', sa.String(length=36), nullable=True),
    sa.Column('address', sa.Text(), nullable=True),
    sa.Column('kind', sa.String(length=30), nullable=False),
    sa.Column('ticket_id', sa.String(length=36), nullable=True),
    sa.Column('args', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('language', sa.String(length=10), nullable=False),
    sa.Column('urgent', sa.Boolean(), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('last_error', sa.Text(), nullable=True),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['channel_id'], ['channel.id'], name=op.f('fk_notification_channel_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_notification_person_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_notification_project_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_notification')),
    sa.UniqueConstraint('key', name=op.f('uq_notification_key'))
    )
    with op.batch_alter_table('notification', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_notification_project_id'), ['project_id'], unique=False)
        batch_op.create_index('ix_notification_state_due', ['state', 'due_at'], unique=False)

    op.create_table('client_ticket',
    sa.Column('ticket_id', sa.String(length=36), nullable=False),
    sa.Column('number', sa.String(length=20), nullable=False),
    sa.Column('title_zh', sa.Text(), nullable=False),
    sa.Column('title_en', sa.Text(), nullable=False),
    sa.Column('severity', sa.Integer(), nullable=True),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('step', sa.String(length=12), nullable=False),
    sa.Column('reported_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('result', sa.Text(), nullable=True),
    sa.Column('confirmation', sa.String(length=10), nullable=False),
    sa.Column('heads', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('writers', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('project_id', sa.String(length=36), nullable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_client_ticket_project_id')),
    sa.ForeignKeyConstraint(['ticket_id'], ['ticket.id'], name=op.f('fk_client_ticket_ticket_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_client_ticket')),
    sa.UniqueConstraint('ticket_id', name=op.f('uq_client_ticket_ticket_id'))
    )
    with op.batch_alter_table('client_ticket', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_client_ticket_project_id'), ['project_id'], unique=False)

    op.create_table('contact',
    sa.Column('channel', sa.String(length=10), nullable=False),
    sa.Column('contacted_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('caller_name', sa.Text(), nullable=True),
    sa.Column('caller_phone', sa.Text(), nullable=True),
    sa.Column('caller_organisation', sa.Text(), nullable=True),
    sa.Column('asset_id', sa.String(length=36), nullable=True),
    sa.Column('text', sa.Text(), nullable=True),
    sa.Column('ticket_id', sa.String(length=36), nullable=True),
    sa.Column('answer', sa.Text(), nullable=True),
    sa.Column('taken_by', sa.String(length=36), nullable=True),
    sa.Column('registered_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('writers', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('project_id', sa.String(length=36), nullable=True),
    sa.ForeignKeyConstraint(['asset_id'], ['asset.id'], name=op.f('fk_contact_asset_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_contact_project_id')),
    sa.ForeignKeyConstraint(['ticket_id'], ['ticket.id'], name=op.f('fk_contact_ticket_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contact'))
    )
    with op.batch_alter_table('contact', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_contact_asset_id'), ['asset_id'], unique=False)
        batch_op.create_index('ix_contact_project_contacted', ['project_id', 'contacted_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_contact_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_contact_ticket_id'), ['ticket_id'], unique=False)

    op.create_table('problem',
    sa.Column('ticket_id', sa.String(length=36), nullable=True),
    sa.Column('asset_id', sa.String(length=36), nullable=True),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('text', sa.Text(), nullable=True),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('raised_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('raised_by', sa.String(length=36), nullable=True),
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('writers', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('project_id', sa.String(length=36), nullable=True),
    sa.ForeignKeyConstraint(['asset_id'], ['asset.id'], name=op.f('fk_problem_asset_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_problem_project_id')),
    sa.ForeignKeyConstraint(['ticket_id'], ['ticket.id'], name=op.f('fk_problem_ticket_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_problem'))
    )
    with op.batch_alter_table('problem', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_problem_project_id'), ['project_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_problem_ticket_id'), ['ticket_id'], unique=False)

    op.create_table('ticket_alarm',
    sa.Column('ticket_id', sa.String(length=36), nullable=False),
    sa.Column('project_id', sa.String(length=36), nullable=False),
    sa.Column('next_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_ticket_alarm_project_id')),
    sa.ForeignKeyConstraint(['ticket_id'], ['ticket.id'], name=op.f('fk_ticket_alarm_ticket_id')),
    sa.PrimaryKeyConstraint('ticket_id', name=op.f('pk_ticket_alarm'))
    )
    with op.batch_alter_table('ticket_alarm', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_ticket_alarm_next_at'), ['next_at'], unique=False)

    op.create_table('ticket_link',
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('ticket_id', sa.String(length=36), nullable=False),
    sa.Column('project_id', sa.String(length=36), nullable=False),
    sa.Column('purpose', sa.String(length=10), nullable=False),
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('recipient', sa.Text(), nullable=True),
    sa.Column('language', sa.String(length=10), nullable=False),
    sa.Column('pack', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    sa.Column('created_by', sa.String(length=36), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('used_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('revoked_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_ticket_link_project_id')),
    sa.ForeignKeyConstraint(['ticket_id'], ['ticket.id'], name=op.f('fk_ticket_link_ticket_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_ticket_link')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_ticket_link_token_hash'))
    )
    with op.batch_alter_table('ticket_link', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_ticket_link_ticket_id'), ['ticket_id'], unique=False)

    op.add_column('member', sa.Column('skills', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), server_default='[]', nullable=False))

    op.add_column('ticket', sa.Column('source', sa.String(length=10), server_default='round', nullable=False))
    op.add_column('ticket', sa.Column('kind', sa.String(length=20), nullable=True))
    op.add_column('ticket', sa.Column('complexity', sa.String(length=10), nullable=True))
    op.add_column('ticket', sa.Column('description', sa.Text(), nullable=True))
    op.add_column('ticket', sa.Column('found_at', sa.DateTime(timezone=True), nullable=True))
    op.execute('ALTER TABLE ticket ADD COLUMN place_id VARCHAR(36) CONSTRAINT fk_ticket_place_id REFERENCES place (id)')
    op.add_column('ticket', sa.Column('elsewhere', sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column('ticket', sa.Column('reporter_name', sa.Text(), nullable=True))
    op.add_column('ticket', sa.Column('reporter_phone', sa.Text(), nullable=True))
    op.add_column('ticket', sa.Column('suggested_severity', sa.Integer(), nullable=True))
    op.add_column('ticket', sa.Column('severity_reason', sa.Text(), nullable=True))
    op.add_column('ticket', sa.Column('remote_tried', sa.String(length=12), nullable=True))
    op.add_column('ticket', sa.Column('remote_result', sa.Text(), nullable=True))
    op.execute('ALTER TABLE ticket ADD COLUMN policy_id VARCHAR(36) CONSTRAINT fk_ticket_policy_id REFERENCES sla_policy (id)')
    op.add_column('ticket', sa.Column('tier', sa.Integer(), server_default='1', nullable=False))
    op.add_column('ticket', sa.Column('step', sa.String(length=12), server_default='waiting', nullable=False))
    op.add_column('ticket', sa.Column('clocks', sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), server_default='[]', nullable=False))
    op.add_column('ticket', sa.Column('next_due_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('ticket', sa.Column('confirmation', sa.String(length=10), server_default='none', nullable=False))
    op.execute('UPDATE ticket SET found_at = opened_at')
    # Phones load what they hold of a project anew: with it come the new fields.
    _begin_streams_anew()
    op.create_index('ix_ticket_board', 'ticket', ['project_id', 'is_open', 'next_due_at'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('ticket', schema=None) as batch_op:
        batch_op.drop_index('ix_ticket_board')
        batch_op.drop_column('confirmation')
        batch_op.drop_column('next_due_at')
        batch_op.drop_column('clocks')
        batch_op.drop_column('step')
        batch_op.drop_column('tier')
        batch_op.drop_column('policy_id')
        batch_op.drop_column('remote_result')
        batch_op.drop_column('remote_tried')
        batch_op.drop_column('severity_reason')
        batch_op.drop_column('suggested_severity')
        batch_op.drop_column('reporter_phone')
        batch_op.drop_column('reporter_name')
        batch_op.drop_column('elsewhere')
        batch_op.drop_column('place_id')
        batch_op.drop_column('found_at')
        batch_op.drop_column('description')
        batch_op.drop_column('complexity')
        batch_op.drop_column('kind')
        batch_op.drop_column('source')

    with op.batch_alter_table('member', schema=None) as batch_op:
        batch_op.drop_column('skills')

    with op.batch_alter_table('ticket_link', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_ticket_link_ticket_id'))

    op.drop_table('ticket_link')
    with op.batch_alter_table('ticket_alarm', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_ticket_alarm_next_at'))

    op.drop_table('ticket_alarm')
    with op.batch_alter_table('problem', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_problem_ticket_id'))
        batch_op.drop_index(batch_op.f('ix_problem_project_id'))

    op.drop_table('problem')
    with op.batch_alter_table('contact', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_contact_ticket_id'))
        batch_op.drop_index(batch_op.f('ix_contact_project_id'))
        batch_op.drop_index('ix_contact_project_contacted')
        batch_op.drop_index(batch_op.f('ix_contact_asset_id'))

    op.drop_table('contact')
    with op.batch_alter_table('client_ticket', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_client_ticket_project_id'))

    op.drop_table('client_ticket')
    with op.batch_alter_table('notification', schema=None) as batch_op:
        batch_op.drop_index('ix_notification_state_due')
        batch_op.drop_index(batch_op.f('ix_notification_project_id'))

    op.drop_table('notification')
    with op.batch_alter_table('sla_policy', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_sla_policy_project_id'))

    op.drop_table('sla_policy')
    with op.batch_alter_table('shift', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_shift_project_id'))
        batch_op.drop_index('ix_shift_project_ends')
        batch_op.drop_index(batch_op.f('ix_shift_person_id'))

    op.drop_table('shift')
    with op.batch_alter_table('preference', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_preference_project_id'))

    op.drop_table('preference')
    with op.batch_alter_table('notice', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_notice_project_id'))
        batch_op.drop_index(batch_op.f('ix_notice_person_id'))

    op.drop_table('notice')
    with op.batch_alter_table('channel', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_channel_project_id'))

    op.drop_table('channel')
    with op.batch_alter_table('article', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_article_project_id'))

    op.drop_table('article')
