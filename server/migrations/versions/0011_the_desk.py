"""The desk: checklists in the making, plans' scopes, the calendar, imports, invitations, certificates, what a phone holds."""

from secrets import token_hex

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

NEW_MEMBERS = {"options": [], "multiple": False, "photo": "none", "scan": False, "shown_if": None}


def _json() -> sa.JSON:
    return sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def _begin_streams_anew() -> None:
    """Phones fetch what they show again, with the new fields."""
    connection = op.get_bind()
    shown = sa.text("SELECT id FROM stream WHERE id LIKE 'project:%' OR id LIKE 'org:%'")
    for stream in connection.execute(shown).scalars().all():
        change = sa.text("UPDATE stream SET epoch = :epoch WHERE id = :id")
        connection.execute(change, {"epoch": f"e_{token_hex(6)}", "id": stream})


def _complete_items() -> None:
    """Items of templates say what they did not have to say before: no options, no photo, no condition."""
    connection = op.get_bind()
    template = sa.table("template", sa.column("id", sa.String()), sa.column("items", _json()))
    for row in connection.execute(sa.select(template.c.id, template.c["items"])).all():
        items = [NEW_MEMBERS | item for item in row[1]]
        connection.execute(template.update().where(template.c.id == row.id).values(items=items))


def upgrade() -> None:
    op.create_table('asset_import',
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('project_id', sa.String(length=36), nullable=False),
    sa.Column('by', sa.String(length=36), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('file_name', sa.Text(), nullable=False),
    sa.Column('file_hash', sa.String(length=64), nullable=False),
    sa.Column('source', sa.String(length=12), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('columns', _json(), nullable=False),
    sa.Column('mapping', _json(), nullable=False),
    sa.Column('counts', _json(), nullable=False),
    sa.Column('progress', sa.Integer(), nullable=False),
    sa.Column('problem', _json(), nullable=True),
    sa.Column('applied_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('undone_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_asset_import_project_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_asset_import'))
    )
    op.create_index(op.f('ix_asset_import_project_id'), 'asset_import', ['project_id'], unique=False)
    op.create_table('calendar_day',
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('until', sa.Date(), nullable=False),
    sa.Column('kind', sa.String(length=10), nullable=False),
    sa.Column('name_zh', sa.Text(), nullable=False),
    sa.Column('name_en', sa.Text(), nullable=False),
    sa.Column('removed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('writers', _json(), nullable=False),
    sa.Column('project_id', sa.String(length=36), nullable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_calendar_day_project_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_calendar_day'))
    )
    op.create_index('ix_calendar_day_project', 'calendar_day', ['project_id', 'day'], unique=False)
    op.create_index(op.f('ix_calendar_day_project_id'), 'calendar_day', ['project_id'], unique=False)
    op.create_table('certificate',
    sa.Column('person_id', sa.String(length=36), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('number', sa.Text(), nullable=True),
    sa.Column('issuer', sa.Text(), nullable=True),
    sa.Column('categories', _json(), nullable=False),
    sa.Column('issued_on', sa.Date(), nullable=True),
    sa.Column('expires_on', sa.Date(), nullable=True),
    sa.Column('photo_hash', sa.String(length=64), nullable=True),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('writers', _json(), nullable=False),
    sa.Column('project_id', sa.String(length=36), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_certificate_person_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_certificate_project_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_certificate'))
    )
    op.create_index(op.f('ix_certificate_person_id'), 'certificate', ['person_id'], unique=False)
    op.create_index(op.f('ix_certificate_project_id'), 'certificate', ['project_id'], unique=False)
    op.create_table('import_mapping',
    sa.Column('project_id', sa.String(length=36), nullable=False),
    sa.Column('signature', sa.String(length=64), nullable=False),
    sa.Column('mapping', _json(), nullable=False),
    sa.Column('by', sa.String(length=36), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_import_mapping_project_id')),
    sa.PrimaryKeyConstraint('project_id', 'signature', name=op.f('pk_import_mapping'))
    )
    op.create_table('invitation',
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('roles', _json(), nullable=False),
    sa.Column('person_id', sa.String(length=36), nullable=True),
    sa.Column('display_name_zh', sa.Text(), nullable=True),
    sa.Column('display_name_en', sa.Text(), nullable=True),
    sa.Column('phone', sa.String(length=40), nullable=True),
    sa.Column('made_by', sa.String(length=36), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('used_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('used_by', sa.String(length=36), nullable=True),
    sa.Column('revoked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('writers', _json(), nullable=False),
    sa.Column('project_id', sa.String(length=36), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_invitation_person_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_invitation_project_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_invitation')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_invitation_token_hash'))
    )
    op.create_index(op.f('ix_invitation_project_id'), 'invitation', ['project_id'], unique=False)
    op.create_table('asset_import_row',
    sa.Column('import_id', sa.String(length=36), nullable=False),
    sa.Column('line', sa.Integer(), nullable=False),
    sa.Column('cells', _json(), nullable=False),
    sa.Column('verdict', sa.String(length=8), nullable=False),
    sa.Column('asset_id', sa.String(length=36), nullable=True),
    sa.Column('set', _json(), nullable=False),
    sa.Column('before', _json(), nullable=False),
    sa.Column('problems', _json(), nullable=False),
    sa.ForeignKeyConstraint(['import_id'], ['asset_import.id'], name=op.f('fk_asset_import_row_import_id')),
    sa.PrimaryKeyConstraint('import_id', 'line', name=op.f('pk_asset_import_row'))
    )
    op.create_index('ix_asset_import_row_verdict', 'asset_import_row', ['import_id', 'verdict', 'line'], unique=False)
    op.create_table('template_draft',
    sa.Column('key', sa.String(length=60), nullable=False),
    sa.Column('name_zh', sa.Text(), nullable=False),
    sa.Column('name_en', sa.Text(), nullable=False),
    sa.Column('resign', sa.String(length=20), nullable=False),
    sa.Column('based_on_id', sa.String(length=36), nullable=True),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('published_id', sa.String(length=36), nullable=True),
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('writers', _json(), nullable=False),
    sa.Column('project_id', sa.String(length=36), nullable=True),
    sa.ForeignKeyConstraint(['based_on_id'], ['template.id'], name=op.f('fk_template_draft_based_on_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_template_draft_project_id')),
    sa.ForeignKeyConstraint(['published_id'], ['template.id'], name=op.f('fk_template_draft_published_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_template_draft'))
    )
    op.create_index(op.f('ix_template_draft_project_id'), 'template_draft', ['project_id'], unique=False)
    op.create_table('draft_item',
    sa.Column('draft_id', sa.String(length=36), nullable=False),
    sa.Column('check_key', sa.String(length=60), nullable=False),
    sa.Column('position', sa.Float(), nullable=False),
    sa.Column('scope', sa.String(length=10), nullable=False),
    sa.Column('categories', _json(), nullable=False),
    sa.Column('form_row', sa.Integer(), nullable=True),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('title_zh', sa.Text(), nullable=False),
    sa.Column('title_en', sa.Text(), nullable=False),
    sa.Column('unit', sa.String(length=20), nullable=True),
    sa.Column('decimals', sa.Integer(), nullable=True),
    sa.Column('low', sa.String(length=40), nullable=True),
    sa.Column('high', sa.String(length=40), nullable=True),
    sa.Column('required', sa.Boolean(), server_default=sa.true(), nullable=False),
    sa.Column('has_indication', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column('has_actual', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column('phrases_zh', _json(), nullable=False),
    sa.Column('phrases_en', _json(), nullable=False),
    sa.Column('guidance_zh', sa.Text(), nullable=True),
    sa.Column('guidance_en', sa.Text(), nullable=True),
    sa.Column('options', _json(), nullable=False),
    sa.Column('multiple', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column('photo', sa.String(length=12), server_default='none', nullable=False),
    sa.Column('scan', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column('shown_if', _json(), nullable=True),
    sa.Column('removed', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('writers', _json(), nullable=False),
    sa.Column('project_id', sa.String(length=36), nullable=True),
    sa.ForeignKeyConstraint(['draft_id'], ['template_draft.id'], name=op.f('fk_draft_item_draft_id')),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_draft_item_project_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_draft_item'))
    )
    op.create_index(op.f('ix_draft_item_draft_id'), 'draft_item', ['draft_id'], unique=False)
    op.create_index(op.f('ix_draft_item_project_id'), 'draft_item', ['project_id'], unique=False)
    op.add_column('answer', sa.Column('chosen', _json(), nullable=True))
    op.add_column('answer', sa.Column('text', sa.Text(), nullable=True))
    op.add_column('answer', sa.Column('fixed_on_site', sa.Boolean(), nullable=True))
    op.add_column('answer', sa.Column('same_as_last', sa.Boolean(), nullable=True))
    op.create_index('ix_answer_asset', 'answer', ['asset_id', 'check_key'], unique=False)
    op.add_column('asset', sa.Column('state', sa.String(length=10), server_default='in_use', nullable=False))
    op.add_column('asset', sa.Column('note', sa.Text(), nullable=True))
    op.create_index('ix_asset_place', 'asset', ['place_id', 'code'], unique=False)
    op.create_index('ix_asset_project_category', 'asset', ['project_id', 'category', 'code'], unique=False)
    op.create_index('ix_asset_project_code', 'asset', ['project_id', 'code'], unique=False)
    op.add_column('device', sa.Column('unsent_operations', sa.Integer(), nullable=True))
    op.add_column('device', sa.Column('unsent_photos', sa.Integer(), nullable=True))
    op.add_column('device', sa.Column('unsent_since', sa.DateTime(timezone=True), nullable=True))
    op.add_column('person', sa.Column('is_administrator', sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column('plan', sa.Column('scope', _json(), nullable=True))
    op.add_column('plan', sa.Column('assign_by', sa.String(length=10), server_default='people', nullable=False))
    op.add_column('plan', sa.Column('lead_days', sa.Integer(), server_default='0', nullable=False))
    op.add_column('plan', sa.Column('proof_percent', sa.Integer(), server_default='0', nullable=False))
    op.add_column('plan', sa.Column('if_missed', sa.String(length=10), server_default='keep', nullable=False))
    op.add_column('plan', sa.Column('grace_days', sa.Integer(), server_default='0', nullable=False))
    op.add_column('plan', sa.Column('on_holiday', sa.String(length=12), server_default='keep', nullable=False))
    op.add_column('round', sa.Column('proof_percent', sa.Integer(), server_default='0', nullable=False))
    op.add_column('round', sa.Column('missed_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('round', sa.Column('reviewer_id', sa.String(length=36), nullable=True))
    op.add_column('round', sa.Column('review_taken_at', sa.DateTime(timezone=True), nullable=True))
    op.create_index('ix_round_project_day', 'round', ['project_id', 'occurrence_date'], unique=False)
    _complete_items()
    _begin_streams_anew()


def downgrade() -> None:
    op.drop_index('ix_round_project_day', table_name='round')
    op.drop_column('round', 'review_taken_at')
    op.drop_column('round', 'reviewer_id')
    op.drop_column('round', 'missed_at')
    op.drop_column('round', 'proof_percent')
    op.drop_column('plan', 'on_holiday')
    op.drop_column('plan', 'grace_days')
    op.drop_column('plan', 'if_missed')
    op.drop_column('plan', 'proof_percent')
    op.drop_column('plan', 'lead_days')
    op.drop_column('plan', 'assign_by')
    op.drop_column('plan', 'scope')
    op.drop_column('person', 'is_administrator')
    op.drop_column('device', 'unsent_since')
    op.drop_column('device', 'unsent_photos')
    op.drop_column('device', 'unsent_operations')
    op.drop_index('ix_asset_project_code', table_name='asset')
    op.drop_index('ix_asset_project_category', table_name='asset')
    op.drop_index('ix_asset_place', table_name='asset')
    op.drop_column('asset', 'note')
    op.drop_column('asset', 'state')
    op.drop_index('ix_answer_asset', table_name='answer')
    op.drop_column('answer', 'same_as_last')
    op.drop_column('answer', 'fixed_on_site')
    op.drop_column('answer', 'text')
    op.drop_column('answer', 'chosen')
    op.drop_index(op.f('ix_draft_item_project_id'), table_name='draft_item')
    op.drop_index(op.f('ix_draft_item_draft_id'), table_name='draft_item')
    op.drop_table('draft_item')
    op.drop_index(op.f('ix_template_draft_project_id'), table_name='template_draft')
    op.drop_table('template_draft')
    op.drop_index('ix_asset_import_row_verdict', table_name='asset_import_row')
    op.drop_table('asset_import_row')
    op.drop_index(op.f('ix_invitation_project_id'), table_name='invitation')
    op.drop_table('invitation')
    op.drop_table('import_mapping')
    op.drop_index(op.f('ix_certificate_project_id'), table_name='certificate')
    op.drop_index(op.f('ix_certificate_person_id'), table_name='certificate')
    op.drop_table('certificate')
    op.drop_index(op.f('ix_calendar_day_project_id'), table_name='calendar_day')
    op.drop_index('ix_calendar_day_project', table_name='calendar_day')
    op.drop_table('calendar_day')
    op.drop_index(op.f('ix_asset_import_project_id'), table_name='asset_import')
    op.drop_table('asset_import')
