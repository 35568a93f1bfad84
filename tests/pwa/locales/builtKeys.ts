/**
 * Every key that the app builds, with all that may stand at its stars. A union that the app knows is spelt out here and
 * compared by the compiler: a member that is added there and not here is an error, and so is one that has no text.
 */
import type { CameraTrouble } from '@/components/photos/useCamera'
import type { BlockerKind } from '@/components/review/blockers'
import type { JudgementChange } from '@/components/review/changeFigures'
import type { FactKind } from '@/components/review/lookedAt'
import { REVIEW_KEYS } from '@/components/review/reviewKeys'
import { RETURN_REASONS } from '@/rules/returnReasons'
import type { ClientLack } from '@/components/signing/clientForm'
import type { CertificateStanding } from '@/components/people/certificateStanding'
import { SHEETS } from '@/components/assets/labelsLink'
import { ROUND_MARKS } from '@/components/plans/calendarMonth'
import { COMMON_RRULES, PLAN_KINDS, RULES } from '@/components/plans/planForm'
import type { ImportSummary } from '@/domain/imports'
import { CHOICES, FIELDS, VERDICTS as IMPORT_VERDICTS } from '@/domain/imports'
import { CHANNEL_KINDS, MESSAGE_KINDS } from '@/domain/messages'
import { DUTIES } from '@/rules/roster'
import { DIFF_FIELDS, type ItemChange } from '@/rules/templateDiff'
import type { Problem } from '@/rules/templateProblems'
import type { Test } from '@/components/templates/conditionRows'
import { XLSFORM_REMARKS } from '@/components/templates/xlsFormRemarks'
import type { PauseReason } from '@/actions/pauseTicket'
import type { MoreAct } from '@/components/tickets/handling/moreActs'
import type { NextStep, Pressed } from '@/components/tickets/handling/nextStep'
import { SAYINGS } from '@/components/tickets/handling/sayings'
import type { CountsFrom } from '@/rules/slaPolicy'
import { TICKET_LISTS } from '@/components/tickets/ticketFilters'
import type { custodySentence } from '@/components/finish/custodyFigures'
import { STANDINGS } from '@/components/faults/faultWords'
import type { FinishAction } from '@/components/finish/finishAction'
import type { Theme } from '@/composables/usePreferences'
import type {
  AnswerFields, AnswerValue, Article, Asset, AssetCategory, AssetStateWish, BoardDecisions, Certificate, ClockKey, Finding, IntakeChannel, IntakeLack, ItemCell, Member, OperationName, Party, PhotoView, Place, Plan, PreflightCheck, Project, ReadXlsForm, TemplateItem,
  ResignRule, Role, Round, RoundPhase, RoutePoint, ScanMethod, Severity, Shift, TicketEventName, TicketLink, TicketPhase, TicketSource, TicketStep, ToldReason,
} from '@/domain/types'
import type { InvalidInput } from '@/domain/errors'
import { CHANNELS } from '@/domain/contacts'
import { INCIDENT_KINDS } from '@/domain/incidentKinds'
import type { ReadingVerdict } from '@/rules/readings'
import { EFFECTS } from '@/rules/suggestedSeverity'
import { FORM_FIELDS } from '@/rules/signedFields'
import type { SignInTrouble } from '@/screens/account/signInTrouble'
import type { CameraState } from '@/scanner/useCamera'

/** All members of a union, none left out. */
const every = <U extends string | number>() => <const L extends readonly U[]>(members: [U] extends [L[number]] ? L : never): readonly string[] => members.map(String)
const join = (...lists: (readonly string[])[]): readonly string[] => lists.flat()

const VALUES = every<AnswerValue>()(['normal', 'abnormal', 'not_applicable'])
const LEVELS = every<Severity>()([1, 2, 3, 4])
const PHASES = every<RoundPhase>()(['planned', 'open', 'submitted', 'sent_back', 'sealed'])
const TICKET_STATES = every<TicketPhase>()(['raised', 'confirmed', 'resolved', 'closed', 'withdrawn'])
const PARTIES = every<Party>()(['engineer', 'client'])
const METHODS = every<ScanMethod>()(['camera', 'photo', 'typed', 'unreadable'])
const CATEGORIES = every<AssetCategory>()([
  'live_display', 'recording', 'server', 'ups', 'camera', 'network', 'fibre', 'air_conditioning', 'training', 'system',
])
const LACKS = every<Exclude<ItemCell['missing'], null | 'answer'>>()(['severity', 'reason', 'reading', 'choice', 'text', 'code', 'photo', 'before', 'after', 'scan'])
const BLOCKERS = every<BlockerKind>()(['moved', 'conflicts', 'missing', 'signatures', 'photos'])
const QUEUES = ['submitted', 'sent_back', 'sealed']
const REPAIRS = ['get_data', 'free_space', 'protect']
const VERDICTS = every<PreflightCheck['verdict']>()(['green', 'amber', 'red'])

/** What may be in conflict: every field that an edit sets (server: CONFLICTED_TYPES). */
const OF_ANSWERS = every<keyof AnswerFields>()([
  'value', 'severity', 'reading', 'seen', 'indication', 'actual', 'remark', 'na_reason', 'unmeasurable_reason', 'overrule_reason', 'separate_ticket',
  'chosen', 'text', 'fixed_on_site', 'same_as_last',
])
const OF_ASSETS = every<Exclude<keyof Asset, 'id'>>()([
  'kind', 'category', 'code', 'name_zh', 'name_en', 'brand', 'model', 'serial', 'place_id', 'position', 'warranty_until', 'importance', 'photo_hash',
  'end_a_id', 'end_b_id', 'installed_on', 'state', 'note',
])
const OF_PLACES = every<Exclude<keyof Place, 'id'>>()(['parent_id', 'kind', 'code', 'name_zh', 'name_en', 'ordinal'])
const OF_MEMBERS = every<Exclude<keyof Member, 'id' | 'person_id'>>()(['display_name_zh', 'display_name_en', 'roles', 'title_zh', 'title_en', 'phone', 'skills'])
const OF_SHIFTS = every<Exclude<keyof Shift, 'id' | 'cancelled_at'>>()(['person_id', 'starts_at', 'ends_at', 'duty', 'note'])
const OF_PLANS = every<Exclude<keyof Plan, 'id'>>()([
  'name_zh', 'name_en', 'template_key', 'kind', 'place_id', 'asset_ids', 'rule', 'due_time', 'starts_on', 'ends_on', 'assignee_ids',
  'scope', 'assign_by', 'lead_days', 'proof_percent', 'if_missed', 'grace_days', 'on_holiday',
])
const OF_PROJECTS = every<Exclude<keyof Project, 'id'>>()([
  'code', 'name_zh', 'name_en', 'contract_number', 'client_name_zh', 'client_name_en', 'provider_name_zh', 'provider_name_en', 'starts_on', 'ends_on', 'time_zone',
])
const OF_POINTS = every<Exclude<keyof RoutePoint, 'id' | 'asset_id'>>()(['ordinal', 'name_zh', 'name_en', 'distance_m'])
const OF_ARTICLES = every<Exclude<keyof Article, 'id' | 'helped'>>()(['category', 'kind', 'title_zh', 'title_en', 'symptom', 'cause', 'solution'])
const OF_CERTIFICATES = every<Exclude<keyof Certificate, 'id' | 'person_id'>>()(['name', 'number', 'issuer', 'categories', 'issued_on', 'expires_on', 'photo_hash', 'withdrawn_at'])
const CONFLICTED = join(OF_CERTIFICATES, OF_ANSWERS, FORM_FIELDS, ['markup'], OF_ASSETS, OF_PLACES, OF_MEMBERS, OF_PLANS, OF_PROJECTS, OF_POINTS, OF_SHIFTS, OF_ARTICLES)
/** What is written after the seal, in an amendment: boxes of the form and added assets. */
const AMENDED = every<Extract<keyof Round, (typeof FORM_FIELDS)[number] | 'extra_asset_ids'>>()([...FORM_FIELDS, 'extra_asset_ids'])

const CLOCK_KEYS = every<ClockKey>()([
  'phone_response', 'first_answer', 'dispatch', 'arrival', 'on_site', 'diagnosis', 'solution', 'repair', 'spare', 'information',
])
const TICKET_EVENTS = every<TicketEventName>()(['raised', 'joined', 'confirmed', 'withdrawn', 'assigned', 'graded', 'commented', 'resolved', 'reopened',
  'answered', 'accepted', 'on_way', 'arrived', 'guided', 'diagnosed', 'needs_part', 'spare_placed', 'paused', 'continued', 'handed_over', 'escalated',
  'session_held', 'taken_back', 'withdrawn_by_desk', 'reported_again', 'left_over', 'confirmation_asked', 'client_confirmed', 'client_refused',
  'auto_confirmed', 'near', 'past', 'vendor_asked', 'vendor_answered', 'link_revoked', 'incident_written',
])
const MORE_ACTS = every<MoreAct>()(['answer', 'guide', 'part', 'spare', 'pause', 'continue', 'pass_on', 'session', 'vendor', 'problem', 'article', 'report', 'withdraw'])
const CLOCKS = every<ClockKey>()(['phone_response', 'first_answer', 'dispatch', 'arrival', 'on_site', 'diagnosis', 'solution', 'repair', 'spare', 'information'])
const OPERATIONS = every<OperationName>()([
  'answer_item', 'write_form', 'add_to_round', 'mark_photo', 'grade_ticket', 'describe_project', 'describe_member', 'describe_place', 'describe_asset',
  'describe_route_point', 'describe_plan', 'describe_calendar_day', 'plan_shift', 'open_round', 'scan_asset', 'take_photo', 'withdraw_photo', 'sign_round', 'submit_round', 'pin_comment', 'take_review', 'leave_review',
  'withdraw_comment', 'comment_ticket', 'resolve_ticket', 'reopen_ticket', 'raise_ticket', 'report_fault', 'report_again', 'answer_reporter', 'accept_ticket', 'set_out', 'arrive_at_ticket', 'guide_by_phone',
  'diagnose_ticket', 'need_part', 'place_spare', 'pause_ticket', 'continue_ticket', 'hand_over_ticket', 'escalate_ticket', 'record_session', 'take_back', 'withdraw_ticket', 'raise_problem', 'cancel_shift',
  'approve_round', 'send_back', 'assign_ticket', 'settle_conflict', 'settle_parked',
  'release_waiting', 'declare_photo_lost', 'issue_tag', 'issue_tags', 'revoke_tag', 'grant_role', 'revoke_role', 'retry_job', 'change_policy',
  'register_contact', 'write_article', 'article_helped', 'describe_certificate', 'begin_project', 'invite_person', 'revoke_invitation', 'accept_invitation', 'revoke_device', 'readmit_device',
  'begin_draft', 'describe_draft', 'drop_draft', 'publish_draft', 'apply_import', 'undo_import',
  'confirm_closure', 'refuse_closure', 'answer_as_vendor', 'write_incident', 'make_link', 'revoke_link',
  'read_notice', 'set_preference', 'change_channel', 'disable_channel', 'test_channel', 'retry_message', 'give_up_message',
])

/** Pattern to what fills it, star by star; several stars are filled together, joined by `/`. */
export const BUILT_KEYS: { readonly [pattern: string]: readonly string[] } = {
  'account.theme_*': every<Theme>()(['auto', 'light', 'dark']),
  'account.trouble_*': every<SignInTrouble['kind']>()(['empty', 'wrong', 'slow_down', 'no_network', 'captive_portal', 'no_answer', 'storage']),
  'asset_list.*_*': join(
    ['in_use', 'spare', 'retired'].map((state) => `state/${state}`), ['normal', 'key'].map((importance) => `importance/${importance}`),
  ),
  'asset_list.field_*': ['state', 'place_id', 'category', 'importance', 'brand', 'model', 'installed_on', 'warranty_until', 'note'],
  'asset_list.importance_*': every<Asset['importance']>()(['key', 'normal']),
  'asset_list.kind_*': every<Asset['kind']>()(['device', 'route']),
  'asset_list.state_*': every<AssetStateWish>()(['in_use', 'spare', 'retired', 'any']),
  'assets.*': ['rising', 'falling'],
  'assets.*_note': ['spare', 'retired'],
  'assets.chart_*': ['above', 'below', 'within_limits'],
  'assets.fact_*': ['code', 'category', 'brand', 'serial', 'place', 'importance', 'state', 'installed', 'warranty', 'note'],
  'assets.presence_*': METHODS,
  'assets.scanned_*': METHODS,
  'assets.step_*': ['look', 'scan', 'all_normal', 'judgements_normal', 'fill', 'finish', 'scan_next'],
  'assets_desk.sheet_*': SHEETS.map(({ name }) => name.replace('-', '_')),
  'assets_desk.size_*': SHEETS.map(({ name }) => name.replace('-', '_')),
  'common.*': VALUES,
  'common.category_*': CATEGORIES,
  'common.phase_*': PHASES,
  'common.photo_*': every<PhotoView['state']>()(['on_phone', 'sending', 'received', 'verified', 'refused', 'lost']),
  'common.role_*': every<Role>()(['engineer', 'supervisor', 'desk', 'client']),
  'common.severity_*': LEVELS,
  'common.severity_*_short': LEVELS,
  'common.ticket_*': TICKET_STATES,
  'errors.cannot_store_*': every<InvalidInput['code']>()(['too_large', 'too_long', 'forbidden_character', 'not_an_image', 'not_found', 'not_allowed']),
  'faults.bad_*': ['stopped', 'slowed', 'partly', 'none'],
  'faults.is_*': STANDINGS,
  'finish.*': every<ReturnType<typeof custodySentence>>()(['complete_at', 'all_on_phone', 'changes_on_phone', 'record_on_way', 'photos_verified']),
  'finish.*_signature': PARTIES,
  'finish.box_*': FORM_FIELDS,
  'finish.client_lack_*': every<ClientLack>()(['signature', 'name', 'other_name', 'proxy_name']),
  'finish.copy_*': ['project', 'contract', 'round', 'date', 'staff', 'time'],
  'finish.go_*': every<Exclude<FinishAction['kind'], 'fill' | 'fill_round' | 'submit'>>()(['sign', 'hand_over', 'receipt']),
  'contacts.channel_*': CHANNELS,
  'forecast.passes_*': ['high', 'low'],
  'forecast.short_*': ['high', 'low'],
  'handling.act_*': MORE_ACTS,
  'handling.act_*_sub': MORE_ACTS,
  'handling.clock_*': CLOCKS,
  'handling.from_*': every<CountsFrom>()(['registration', 'phone_response', 'dispatch', 'arrival', 'diagnosis', 'solution']),
  'handling.is_*': ['running', 'paused', 'met', 'missed'],
  'handling.lacks_*': ['name', 'reason', 'signature'],
  'handling.link_*': ['confirm', 'vendor', ...every<TicketLink['standing']>()(['good', 'used', 'expired', 'revoked'])],
  'handling.link_*_text': ['confirm', 'vendor'],
  'handling.link_recipient_*': ['confirm', 'vendor'],
  'handling.next_*': every<NonNullable<NextStep>>()(['accept', 'set_out', 'arrive', 'diagnose', 'resolve', 'confirm']),
  'handling.pause_*': every<PauseReason>()(['waiting_client', 'waiting_part', 'access', 'agreed']),
  'handling.photos_*': ['before', 'after'],
  'handling.*': ['ordinary', 'complex'],
  'handling.pressed_*': every<Pressed>()(['accepted', 'on_way', 'arrived', 'diagnosed']),
  'handling.remote_*': ['none', 'solved', 'not_solved'],
  'handling.report_*': ['impact', 'cause', 'prevention'],
  'handling.say_*': SAYINGS.map(({ act }) => act),
  'handling.tier_*': ['1', '2', '3', '4'],
  'intake.effect_*': EFFECTS,
  'intake.kind_*': INCIDENT_KINDS,
  'intake.lack_*': every<IntakeLack>()(['caller', 'words', 'kind', 'severity', 'reason']),
  'intake.on_*': every<IntakeChannel>()(['call', 'letter', 'email', 'visit']),
  'intake.promise_*': ['phone_response', 'dispatch', 'arrival'],
  'intake.remote_*': ['none', 'solved', 'not_solved'],
  'itemKinds.*': ['before', 'after'],
  'knowledge.part_*': ['symptom', 'cause', 'solution'],
  'policy.day_*': ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'holiday', 'working'],
  'policy.is_*': ['always', 'working', 'received', 'found'],
  'imports.*': ['changed_meanwhile', 'left_as_changed'],
  'imports.choice_*_*': (['kind', 'state', 'importance'] as const).flatMap((field) => CHOICES[field].map((choice) => `${field}/${choice}`)),
  'imports.field_*': FIELDS,
  'imports.problem_*': [
    'code_missing', 'name_missing', 'category_missing', 'code_twice', 'serial_twice', 'serial_taken', 'code_ambiguous', 'word_unknown', 'date_unknown', 'date_ambiguous', 'too_long',
    'formula_without_value', 'cell_error', 'digits_lost', 'place_ambiguous', 'place_unknown', 'place_too_deep', 'place_too_long', 'name_from_model', 'code_from_serial', 'category_guessed',
    'warranty_without_begin',
  ],
  'imports.source_*': ['roundsman', 'netbox', 'snipe_it', 'table'],
  'imports.state_*': every<ImportSummary['state']>()(['read', 'applying', 'applied', 'undoing', 'undone']),
  'imports.verdict_*': IMPORT_VERDICTS,
  'imports.working_*': ['applying', 'undoing'],
  'messages.address_*': CHANNEL_KINDS,
  'messages.channel_*': CHANNEL_KINDS,
  'messages.clock_*': [...CLOCK_KEYS, 'vendor'],
  'messages.happened_*': join(MESSAGE_KINDS, ['other']),
  'messages.kind_*': join(MESSAGE_KINDS, ['trial']),
  'messages.secret_*': ['dingtalk', 'feishu', 'webhook'],
  'messages.tier_*': ['1', '2', '3', '4'],
  'messages.trouble_*': ['no_answer', 'not_found', 'not_allowed', 'no_entry', 'refused', 'fault'],
  'review.*': ['late_finding', 'late_photo', 'late_change'],
  'review.block_*': BLOCKERS,
  'review.block_*_short': BLOCKERS,
  'review.change_*': every<Exclude<JudgementChange, 'same'>>()(['worse', 'better', 'changed', 'first', 'unanswered']),
  'review.done_*': ['approved', 'sent_back'],
  'review.field_*': join(CONFLICTED, AMENDED),
  'review.form_*': FORM_FIELDS,
  'review.heading_*': QUEUES,
  'review.key_*': REVIEW_KEYS.map(({ act }) => act),
  'review.keys_*': ['zoom', 'comment', 'next_round'],
  'review.method_*': METHODS,
  'review.missing_*': every<NonNullable<ItemCell['missing']>>()(['answer', 'severity', 'reason', 'reading', 'choice', 'text', 'code', 'photo', 'before', 'after', 'scan']),
  'review.moved_*': every<Exclude<FactKind, 'answer' | 'form'>>()(['photo', 'comment', 'scan', 'event', 'signed', 'conflict']),
  'review.none_*': QUEUES,
  'review.order_*': ['planned', 'other', 'quick'],
  'review.pdf_*': ['zh', 'en', 'both'],
  'review.queue_*': QUEUES,
  'review.signed_*': PARTIES,
  'review.unsigned_*': PARTIES,
  'round.*': ['indication', 'actual', 'remark'],
  'board.clock_*': CLOCK_KEYS,
  'board.mark_*': CLOCK_KEYS,
  'board.decide_*': every<keyof BoardDecisions | 'phones'>()(['reviews', 'conflicts', 'parked', 'closures', 'certificates', 'phones']),
  'board.rounds_*': ['running', 'late', 'missed'],
  'board.round_*': join(PHASES, ['late', 'missed']),
  'board.source_*': every<TicketSource>()(['round', 'call', 'letter', 'email', 'visit', 'client', 'bulletin', 'engineer']),
  'board.step_*': every<TicketStep>()(['waiting', 'accepted', 'on_way', 'arrived', 'diagnosed', 'resolved', 'closed']),
  'board.tier_*': ['2', '3', '4'],
  'reviewing.reason_*': every<ToldReason>()([...RETURN_REASONS, 'unstated']),
  'plans.common_*': COMMON_RRULES.map((_, n) => String(n)),
  'plans.day_*': ['event', 'holiday', 'workday'],
  'plans.if_missed_*': ['keep', 'lapse'],
  'plans.kind_*': PLAN_KINDS,
  'plans.kind_of_rule_*': RULES,
  'plans.mark_*': ROUND_MARKS,
  'plans.on_holiday_*': ['keep', 'skip', 'before', 'after'],
  'plans.assign_by_*': ['people', 'roster'],
  'plans.problem_*': ['names', 'template', 'starts', 'term', 'rule', 'contract_end', 'never', 'scope'],
  'plans.rule_*': ['before_holiday', 'before_event', 'contract_end'],
  'plans.weekday_*': ['1', '2', '3', '4', '5', '6', '7'],
  'roster.copied_*': ['yes', 'no'],
  'people.copied_*': ['yes', 'no'],
  'people.standing_*': every<CertificateStanding>()(['for_good', 'good', 'ends_soon', 'ended']),
  'roster.duty_*': DUTIES,
  'round.beyond_*': every<Exclude<ReadingVerdict, 'within'>>()(['below', 'above']),
  'round.camera_*': every<CameraTrouble>()(['not_permitted', 'none', 'busy']),
  'round.field_*': OF_ANSWERS,
  'round.phase_signed_*': every<ResignRule>()(['never', 'on_finding_change', 'always']),
  'round.go_lack_*': join(['answer'], LACKS),
  'round.lack_*': LACKS,
  'round.reason_*': ['na', 'unmeasurable', 'overrule'],
  'round.reason_*_*': [...[1, 2, 3, 4].flatMap((n) => [`na/${n}`, `overrule/${n}`]), ...[1, 2, 3, 4, 5].map((n) => `unmeasurable/${n}`)],
  'round.severity_means_*': LEVELS,
  'round.severity_word_*': LEVELS,
  'round.tool_*': ['ring', 'arrow', 'draw', 'text', 'hide'],
  'round.trend_*': ['rising', 'falling'],
  'round.verdict_*': every<ReadingVerdict>()(['below', 'within', 'above']),
  'round.withdraw_reason_*': ['1', '2'],
  'scan.*': ['foreign', 'bad_code', 'unknown', 'photo_empty', 'not_a_photo'],
  'scan.camera_*': every<Exclude<CameraState, 'starting' | 'running'>>()(['refused', 'missing']),
  'scan.choice_*': ['other_room', 'record', 'foreign', 'forged', 'unknown', 'revoked', 'bad_code'],
  'places.kind_*': every<Place['kind']>()(['site', 'room', 'rack']),
  'scan.reason_*': ['torn', 'dirty', 'glare', 'out_of_reach', 'missing'],
  'sync.op_*': OPERATIONS,
  'templates.condition_*': ['all', 'any'],
  'templates.diff_*': every<ItemChange['kind']>()(['added', 'removed', 'changed', 'moved']),
  'templates.field_*': join(DIFF_FIELDS, ['check_key', 'position', 'removed', 'key', 'name_zh', 'name_en', 'resign']),
  'templates.import_*': every<ReadXlsForm['understood']>()(['whole', 'part', 'nothing']),
  'templates.kind_*': every<TemplateItem['kind']>()(['judgement', 'reading', 'choice', 'text', 'photo', 'scan']),
  'templates.pane_*': ['list', 'edit', 'preview'],
  'templates.photo_*': every<TemplateItem['photo']>()(['none', 'required', 'on_abnormal']),
  'templates.problem_*': every<Problem>()([
    'condition_malformed', 'condition_too_long', 'condition_of_itself', 'condition_of_unknown_item', 'condition_of_an_asset',
    'condition_of_later_item', 'condition_never_together', 'condition_of_a_photo', 'condition_of_no_choice', 'condition_unknown_option',
    'condition_never_judged', 'condition_of_no_reading', 'no_items', 'too_many_items', 'bad_key', 'duplicate_key', 'title_missing',
    'not_a_number', 'limits_crossed', 'too_few_options', 'bad_option_key', 'duplicate_option', 'option_title_missing', 'never_abnormal',
    'no_asset_to_scan',
  ]),
  'templates.remark_*': XLSFORM_REMARKS,
  'templates.resign_*': every<ResignRule>()(['never', 'on_finding_change', 'always']),
  'templates.scope_*': every<TemplateItem['scope']>()(['asset', 'round']),
  'templates.test_*': every<Test>()(['answered', 'unanswered', 'normal', 'abnormal', 'not_applicable', 'above', 'below', 'chosen', 'not_chosen']),
  'tickets.*': join(TICKET_EVENTS.map((name) => `event_${name}`), ['event_photo', 'event_workaround', 'event_fixed', 'event_by_itself', 'event_complexity', 'event_arrived_proven']),
  'tickets.finding_*': every<Finding['state']>()(['open', 'fixed', 'withdrawn']),
  'tickets.how_*': ['fixed', 'workaround'],
  'tickets.list_*': TICKET_LISTS,
  'tickets.means_*': LEVELS,
  'tickets.none_*': TICKET_LISTS,
  'tickets.state_*': TICKET_STATES,
  'today.*': join(REPAIRS, ['storage_red', 'storage_untold', 'storage_full', 'storage_green', 'storage_amber']),
  'today.*_text': ['free_space', 'protect'],
  'today.*_title': ['free_space', 'protect'],
  'today.battery_*': VERDICTS,
  'today.clock_*': VERDICTS,
  'today.data_*': VERDICTS,
  'today.risk_*': join(every<PreflightCheck['id']>()(['storage', 'data', 'clock', 'camera', 'unsent', 'battery']), ['protect']),
}

/** Words for what a newer server may say: asked for with `te`, another text stands where they are missing. */
export const WITH_A_FALLBACK = ['policy.*', 'review.job_*', 'review.job_trouble_*', 'review.said_*_*', 'reasons.*', 'sync.photo_why_*']
