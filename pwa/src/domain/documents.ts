/** The documents of the protocol, one interface a type: the fields as they come by wire, plus `id`. */
import type { CalendarDay, Certificate, DraftItem, Invitation, TemplateDraft } from './deskDocuments'
import type { Plan } from './planDocuments'
import type {
  Article, ClientTicket, Contact, Finding, Notice, Preference, Problem, Shift, SlaPolicy, Ticket, TicketEvent,
} from './ticketDocuments'

export type * from './deskDocuments'
export type * from './ticketDocuments'

export type AnswerValue = 'normal' | 'abnormal' | 'not_applicable'
export type Severity = 1 | 2 | 3 | 4
export type RoundPhase = 'planned' | 'open' | 'submitted' | 'sent_back' | 'sealed'
export type TicketPhase = 'raised' | 'confirmed' | 'resolved' | 'closed' | 'withdrawn'
export type Role = 'engineer' | 'supervisor' | 'desk' | 'client'
export type AssetCategory =
  | 'live_display' | 'recording' | 'server' | 'ups' | 'camera' | 'network' | 'fibre' | 'air_conditioning' | 'training' | 'system'
export type PhotoPurpose = 'item' | 'seal' | 'asset' | 'ticket' | 'before' | 'after' | 'vendor'
export type BlobState = 'expected' | 'received' | 'verified' | 'refused' | 'lost'
export type ScanMethod = 'camera' | 'photo' | 'typed' | 'unreadable'
export type Party = 'engineer' | 'client'
export type ResignRule = 'never' | 'on_finding_change' | 'always'
export type RoundEventName = 'opened' | 'signed' | 'submitted' | 'sent_back' | 'approved'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

/** Points are fractions of width and height, so that a drawing survives rotation and every screen. */
export type Point = readonly [x: number, y: number]
export interface Mark { readonly kind: 'ring' | 'arrow' | 'draw' | 'text'; readonly points: readonly Point[]; readonly text?: string }
export interface Markup { readonly width: number; readonly height: number; readonly marks: readonly Mark[] }
export interface Strokes { readonly width: number; readonly height: number; readonly paths: readonly (readonly Point[])[] }

/** One answer of a choice; an abnormal one makes the item abnormal by itself. */
export interface ItemOption { readonly key: string; readonly title_zh: string; readonly title_en: string; readonly abnormal: boolean }

/** What another item of the same asset (or of the round) must say: server/rules/conditions.py. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly item: string; readonly is: 'answered' | AnswerValue }
  | { readonly item: string; readonly chosen: string }
  | { readonly item: string; readonly above?: string; readonly below?: string }

export interface TemplateItem {
  readonly check_key: string
  readonly ordinal: number
  readonly scope: 'asset' | 'round'
  readonly categories: readonly AssetCategory[]
  readonly form_row: number | null
  readonly kind: 'judgement' | 'reading' | 'choice' | 'text' | 'photo' | 'scan'
  readonly title_zh: string
  readonly title_en: string
  readonly unit: string | null
  readonly decimals: number | null
  readonly low: string | null
  readonly high: string | null
  readonly required: boolean
  readonly has_indication: boolean
  readonly has_actual: boolean
  readonly phrases_zh: readonly string[]
  readonly phrases_en: readonly string[]
  readonly guidance_zh: string | null
  readonly guidance_en: string | null
  readonly options: readonly ItemOption[]
  /** Of a choice: several may be taken. */
  readonly multiple: boolean
  /** A photo pinned to the item: never asked for, always, or where it is abnormal. */
  readonly photo: 'none' | 'required' | 'on_abnormal'
  /** Answered only after the asset's tag was scanned. */
  readonly scan: boolean
  readonly shown_if: Condition | null
}

export interface Template {
  readonly id: string
  readonly key: string
  readonly version: number
  readonly name_zh: string
  readonly name_en: string
  readonly resign: ResignRule
  readonly published_at: string
  readonly items: readonly TemplateItem[]
}

export interface Project {
  readonly id: string
  readonly code: string
  readonly name_zh: string
  readonly name_en: string
  readonly contract_number: string | null
  readonly client_name_zh: string | null
  readonly client_name_en: string | null
  readonly provider_name_zh: string | null
  readonly provider_name_en: string | null
  readonly starts_on: string | null
  readonly ends_on: string | null
  readonly time_zone: string
}

export interface Member {
  readonly id: string
  readonly person_id: string
  readonly display_name_zh: string
  readonly display_name_en: string
  readonly roles: readonly Role[]
  readonly title_zh: string | null
  readonly title_en: string | null
  readonly phone: string | null
  readonly skills: readonly AssetCategory[]
}

export interface Place {
  readonly id: string
  readonly parent_id: string | null
  readonly kind: 'site' | 'room' | 'rack'
  readonly code: string
  readonly name_zh: string
  readonly name_en: string
  readonly ordinal: number
}

export interface Asset {
  readonly id: string
  readonly kind: 'device' | 'route'
  readonly category: AssetCategory
  readonly code: string
  readonly name_zh: string
  readonly name_en: string
  readonly brand: string | null
  readonly model: string | null
  readonly serial: string | null
  readonly place_id: string | null
  readonly position: string | null
  readonly warranty_until: string | null
  readonly importance: 'key' | 'normal'
  readonly photo_hash: string | null
  readonly end_a_id: string | null
  readonly end_b_id: string | null
  readonly installed_on: string | null
  readonly state: 'in_use' | 'spare' | 'retired'
  readonly note: string | null
}

export interface RoutePoint {
  readonly id: string
  readonly asset_id: string
  readonly ordinal: number
  readonly name_zh: string
  readonly name_en: string
  readonly distance_m: number | null
}

export interface Tag {
  readonly id: string
  readonly asset_id: string
  readonly code: string
  readonly check: string
  readonly issued_at: string
  readonly revoked_at: string | null
  readonly revoked_reason: string | null
  readonly replaced_by_id: string | null
}

export interface MissingItem { readonly asset_id: string | null; readonly check_key: string }
export interface HoldingPhone { readonly device: string; readonly person_id: string; readonly last_seen: string }

export interface Round {
  readonly id: string
  readonly plan_id: string | null
  readonly occurrence_date: string
  readonly template_id: string
  readonly name_zh: string
  readonly name_en: string
  readonly place_id: string | null
  readonly asset_ids: readonly string[]
  readonly due_at: string | null
  readonly number: string | null
  readonly problem: string | null
  readonly solution: string | null
  readonly cause: string | null
  readonly equipment: string | null
  readonly suggestion: string | null
  readonly remark: string | null
  readonly extra_asset_ids: readonly string[] | null
  readonly assignee_ids: readonly string[] | null
  readonly state: RoundPhase
  readonly opened_at: string | null
  readonly submitted_at: string | null
  readonly sealed_at: string | null
  readonly seal_hash: string | null
  readonly incomplete: readonly MissingItem[] | null
  readonly holding: readonly HoldingPhone[] | null
  readonly proof_percent: number
  readonly missed_at: string | null
  readonly reviewer_id: string | null
  readonly review_taken_at: string | null
}

/** The fields of an answer that a person fills; everything else is its key or derived. */
export interface AnswerFields {
  readonly value: AnswerValue | null
  readonly severity: Severity | null
  readonly reading: string | null
  readonly seen: string | null
  readonly indication: string | null
  readonly actual: string | null
  readonly remark: string | null
  readonly na_reason: string | null
  readonly unmeasurable_reason: string | null
  readonly overrule_reason: string | null
  readonly separate_ticket: boolean | null
  readonly chosen: readonly string[] | null
  readonly text: string | null
  readonly fixed_on_site: boolean | null
  readonly same_as_last: boolean | null
}

export interface Answer extends AnswerFields {
  readonly id: string
  readonly round_id: string
  readonly asset_id: string | null
  readonly check_key: string
  readonly answered_at: string | null
  readonly answered_by: string | null
}

export interface Photo {
  readonly id: string
  readonly round_id: string | null
  readonly ticket_id: string | null
  readonly asset_id: string | null
  readonly check_key: string | null
  readonly purpose: PhotoPurpose
  readonly hash: string
  readonly bytes: number
  readonly width: number
  readonly height: number
  readonly mime: string
  readonly taken_at: string
  readonly taken_by: string
  readonly markup: Markup | null
  readonly blob_state: BlobState
  readonly blob_reason: string | null
  readonly withdrawn_at: string | null
  readonly withdrawn_reason: string | null
}

export interface Scan {
  readonly id: string
  readonly round_id: string
  readonly asset_id: string
  readonly tag_id: string | null
  readonly raw: string
  readonly method: ScanMethod
  readonly reason: string | null
  readonly place: JsonObject | null
  readonly by: string
  readonly at: string
  readonly received_at: string | null
}

export interface RoundEvent {
  readonly id: string
  readonly round_id: string
  readonly name: RoundEventName
  readonly by: string | null
  readonly at: string
  readonly received_at: string | null
  readonly after: readonly string[]
  readonly args: JsonObject | null
  readonly flags: readonly string[] | null
}

export interface SignedCopy {
  readonly id: string
  readonly round_id: string
  readonly party: Party
  readonly signer_name: string
  readonly signer_phone: string | null
  readonly on_behalf: boolean
  readonly content: string
  readonly content_hash: string
  readonly strokes: Strokes
  readonly seal_photo_id: string | null
  readonly opinion: string | null
  readonly by: string
  readonly at: string
}

export interface Comment {
  readonly id: string
  readonly round_id: string
  readonly answer_id: string | null
  readonly asset_id: string | null
  readonly check_key: string | null
  readonly photo_id: string | null
  readonly x: number | null
  readonly y: number | null
  readonly text: string
  readonly by: string
  readonly at: string
  readonly withdrawn_at: string | null
}

export interface Conflict {
  readonly id: string
  readonly doc_id: string
  readonly doc_type: string
  readonly round_id: string | null
  readonly field: string
  readonly kept_value: Json
  readonly kept_op: string
  readonly kept_by: string | null
  readonly kept_at: string
  readonly standing_value: Json
  readonly standing_by: string | null
  readonly standing_at: string | null
  readonly state: 'open' | 'settled'
  readonly settled_by: string | null
  readonly settled_at: string | null
  readonly settled_choice: 'keep' | 'take' | null
}

export interface Reading { readonly value: string; readonly at: string; readonly round_id: string }
export interface Readings {
  readonly id: string
  readonly asset_id: string
  readonly series: { readonly [check_key: string]: readonly Reading[] }
}

export interface Seal {
  readonly id: string
  readonly round_id: string
  readonly number: string | null
  readonly hash: string
  readonly previous_hash: string | null
  readonly sealed_by: string
  readonly sealed_at: string
}

export interface Amendment {
  readonly id: string
  readonly round_id: string
  readonly kind: 'late_finding' | 'late_photo' | 'late_change'
  readonly op: string
  readonly asset_id: string | null
  readonly check_key: string | null
  readonly detail: JsonObject
  readonly at: string
}

export interface ClientReport {
  readonly id: string
  readonly round_id: string
  readonly number: string | null
  readonly name_zh: string
  readonly name_en: string
  readonly occurrence_date: string
  readonly sealed_at: string
  readonly seal_hash: string
  readonly counts: { readonly [name: string]: number }
}

export interface OpStatus {
  readonly id: string
  readonly op: string
  readonly name: string
  readonly doc_id: string | null
  readonly outcome: 'waiting' | 'parked' | 'applied' | 'settled'
  readonly code: string | null
  readonly reason: string | null
  readonly message_zh: string | null
  readonly message_en: string | null
  readonly at: string
}

/** Every document type by its name on the wire. */
export interface DocumentTypes {
  template: Template
  template_draft: TemplateDraft
  draft_item: DraftItem
  project: Project
  member: Member
  certificate: Certificate
  invitation: Invitation
  calendar_day: CalendarDay
  place: Place
  asset: Asset
  route_point: RoutePoint
  tag: Tag
  plan: Plan
  round: Round
  answer: Answer
  photo: Photo
  scan: Scan
  round_event: RoundEvent
  signed_copy: SignedCopy
  comment: Comment
  ticket: Ticket
  finding: Finding
  ticket_event: TicketEvent
  contact: Contact
  sla_policy: SlaPolicy
  shift: Shift
  problem: Problem
  article: Article
  client_ticket: ClientTicket
  notice: Notice
  preference: Preference
  conflict: Conflict
  readings: Readings
  seal: Seal
  amendment: Amendment
  client_report: ClientReport
  op_status: OpStatus
}
export type DocumentType = keyof DocumentTypes
