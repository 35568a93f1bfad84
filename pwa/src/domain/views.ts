/** What composables hand to the screens: documents joined, never anything the screen has to look up again. */
import type {
  Answer, Asset, Comment, Conflict, Finding, Json, JsonObject, Member, Photo, Place, Project, Reading, Readings, Role, Round,
  RoundEvent, RoundPhase, RoutePoint, Scan, SignedCopy, Tag, Template, TemplateItem, Ticket, TicketEvent, TicketPhase,
} from './documents'
import type { Plan } from './planDocuments'
import type { ReturnReasons } from './reviewViews'
import type { MissingField } from '../rules/missing'
import type { Proof } from '../rules/proofs'

export type { MissingField }

/** Why the server did not accept an operation. */
export interface Refusal {
  readonly op: string
  readonly code: string
  readonly reason: string | null
  readonly message: string | null
}

/** Of one document: unreflected operations lie on it; one of them was parked. */
export interface WorkState { readonly pending: boolean; readonly refused: Refusal | null }

export interface PhotoView {
  readonly photo: Photo
  /** Object URL of the copy on this phone, else the server's address; null when neither can be had. */
  readonly url: (size: 'thumb' | 'large') => Promise<string | null>
  readonly state: 'on_phone' | 'sending' | 'received' | 'verified' | 'refused' | 'lost'
  readonly sent_bytes: number
  readonly work: WorkState
}

export interface ItemCell {
  /** `<asset_id|->/<check_key>`: for v-for and maps. */
  readonly key: string
  readonly item: TemplateItem
  readonly ordinal: number
  readonly asset: Asset | null
  readonly answer_id: string
  readonly answer: Answer | null
  readonly photos: readonly PhotoView[]
  readonly open_ticket: Ticket | null
  readonly last_readings: readonly Reading[]
  readonly filled: boolean
  readonly missing: MissingField | null
  readonly proof: Proof
  /** What was answered on the asset's round before, where it is on this phone and may be taken over as it is. */
  readonly last: LastAnswer | null
  readonly conflict: Conflict | null
  readonly comments: readonly Comment[]
  readonly saved_at: string | null
  readonly work: WorkState
}

/** The same item of the same asset on the newest earlier round that answered it. */
export interface LastAnswer { readonly answer: Answer; readonly day: string }

/** Names one item of a round; `asset_id` null for the items of the round itself. */
export interface CellKey { readonly asset_id: string | null; readonly check_key: string }

export interface AssetSheet {
  readonly asset: Asset
  readonly place: Place | null
  readonly room: Place | null
  readonly tag: Tag | null
  readonly scan: Scan | null
  readonly cells: readonly ItemCell[]
  readonly open_tickets: readonly Ticket[]
  readonly done: number
  readonly total: number
  readonly abnormal: number
  readonly readings: Readings | null
}

export interface RoundCounts {
  readonly assets: number
  readonly assets_done: number
  readonly items: number
  readonly filled: number
  readonly normal: number
  readonly abnormal: number
  readonly not_applicable: number
  /** Readings that could not be taken, with the reason why. */
  readonly unmeasured: number
  readonly photos: number
}

export interface Signatures {
  readonly engineer: SignedCopy | null
  readonly client: SignedCopy | null
  readonly engineer_stands: boolean
  readonly client_stands: boolean
  /** Every copy signed with an objection, oldest first: signing again takes none of them back. */
  readonly opinions: readonly SignedCopy[]
}

export interface SentBack {
  readonly note: string | null
  readonly by: string | null
  readonly at: string
  readonly comments: readonly Comment[]
  /** Why each of them goes back; one that was sent back by an older app has none. */
  readonly reasons: ReturnReasons
}

export interface MissingOfAsset { readonly asset: Asset | null; readonly cells: readonly ItemCell[] }

export interface RoundBook {
  readonly round: Round
  readonly plan: Plan | null
  /** null: not on this phone yet. */
  readonly template: Template | null
  readonly project: Project
  readonly place: Place | null
  readonly phase: RoundPhase
  readonly sheets: readonly AssetSheet[]
  readonly round_cells: readonly ItemCell[]
  readonly photos: readonly PhotoView[]
  readonly signed: Signatures
  readonly comments: readonly Comment[]
  readonly sent_back: SentBack | null
  readonly events: readonly RoundEvent[]
  readonly conflicts: readonly Conflict[]
  readonly counts: RoundCounts
  readonly missing: readonly MissingOfAsset[]
  readonly unsent: { readonly operations: number; readonly photos: number }
  readonly work: WorkState
}

/** A round in a list: the row itself when it exists, else what its plan says for that day. */
export interface RoundBrief {
  readonly id: string
  readonly name_zh: string
  readonly name_en: string
  readonly round: Round | null
  readonly plan: Plan | null
  readonly occurrence_date: string
  readonly due_at: string | null
  readonly phase: RoundPhase
  readonly counts: RoundCounts
  readonly place: Place | null
  readonly started: boolean
  /** Nobody: it is everybody's. */
  readonly assignee_ids: readonly string[]
  /** Its day and the days of grace went by without anybody beginning it. */
  readonly missed: boolean
}

export interface Today {
  readonly tickets: readonly Ticket[]
  readonly rounds: readonly RoundBrief[]
  readonly sent_back: readonly RoundBrief[]
  /** Handed in without a client's signature that stands: the client was away, or the signature fell. */
  readonly unsigned: readonly RoundBrief[]
  readonly coming: readonly RoundBrief[]
  /** Lapsed within the last days: can be begun late, and are not asked for any more. */
  readonly missed: readonly RoundBrief[]
  readonly as_of: string | null
}

export interface AssetView {
  readonly asset: Asset
  readonly place: Place | null
  readonly room: Place | null
  readonly tag: Tag | null
  readonly revoked_tags: readonly Tag[]
  readonly open_tickets: readonly Ticket[]
  readonly readings: Readings | null
  /** The reading items asked of this asset's category, of the newest templates: titles, units and limits of `readings`. */
  readonly reading_items: readonly TemplateItem[]
  readonly points: readonly RoutePoint[]
  readonly ends: { readonly a: Place | null; readonly b: Place | null }
  /** Scans and abnormal answers of this asset that are still on the phone, newest first. */
  readonly history: readonly AssetMoment[]
}
export interface AssetMoment {
  readonly at: string
  readonly by: string | null
  readonly round: Round | null
  readonly scan: Scan | null
  readonly answer: Answer | null
  readonly item: TemplateItem | null
}

export interface AssetRow {
  readonly asset: Asset
  readonly place: Place | null
  readonly room: Place | null
  readonly tag: Tag | null
  readonly open_tickets: number
}
export interface AssetFilter {
  readonly text?: string
  readonly category?: Asset['category'] | null
  readonly place_id?: string | null
}

export type Trouble = 'sign_in' | 'captive_portal' | 'no_answer' | 'storage' | 'not_allowed' | 'too_old'
export interface SyncStatus {
  readonly online: boolean
  readonly phase: 'idle' | 'sending' | 'pulling' | 'waiting' | 'offline'
  readonly rounds: number
  readonly operations: number
  readonly photos: number
  readonly bytes: number
  readonly oldest_at: string | null
  readonly last_contact_at: string | null
  readonly next_try_at: string | null
  readonly trouble: Trouble | null
  /** Everything handed over and verified: since when; null while something waits. */
  readonly verified_at: string | null
  /** The browser may evict our storage (not persisted): unsent work is at risk. */
  readonly protected: boolean | null
}

export interface OutboxGroup {
  readonly key: string
  readonly kind: 'round' | 'ticket' | 'asset' | 'other'
  readonly id: string | null
  readonly title_zh: string
  readonly title_en: string
  readonly operations: number
  readonly photos: number
  readonly bytes: number
  readonly sent_bytes: number
  readonly saved_at: string
  readonly state: 'queued' | 'sending' | 'received' | 'refused'
}

export interface ConflictView {
  readonly conflict: Conflict
  readonly round: Round | null
  readonly asset: Asset | null
  readonly item: TemplateItem | null
  readonly title_zh: string
  readonly title_en: string
  /** The value that stands meanwhile, and the one that was kept. `is_mine`: this person wrote it. */
  readonly standing: ConflictSide
  readonly kept: ConflictSide
  readonly mine: ConflictSide | null
  readonly theirs: ConflictSide | null
  readonly answer: Answer | null
}
export interface ConflictSide {
  readonly value: Json
  readonly by: string | null
  readonly member: Member | null
  readonly at: string | null
  readonly is_mine: boolean
  /** What `settleConflict` takes to choose this side. */
  readonly choice: 'keep' | 'take'
}

export interface ParkedView {
  readonly op: string
  readonly name: string
  readonly at: string
  readonly refusal: Refusal
  readonly doc_id: string | null
  readonly round: Round | null
  readonly asset: Asset | null
  readonly item: TemplateItem | null
  readonly body: Json
}
export interface WaitingView { readonly op: string; readonly name: string; readonly at: string; readonly waits_for: readonly string[] }
export interface Attention {
  readonly conflicts: readonly ConflictView[]
  readonly parked: readonly ParkedView[]
  readonly waiting: readonly WaitingView[]
}

/** Its bytes lie here, the server does not have them and says why. */
export interface RefusedPhoto {
  readonly hash: string
  readonly bytes: number
  readonly at: string
  readonly reason: string | null
  readonly can_send_again: boolean
  readonly round: Round | null
  readonly asset: Asset | null
  readonly item: TemplateItem | null
}
export interface CustodyPhoto {
  readonly photo: PhotoView
  readonly asset: Asset | null
  readonly item: TemplateItem | null
  readonly bytes: number
  readonly sent: number
  readonly state: PhotoView['state']
  readonly verified_at: string | null
  /** Why it was refused, and whether sending it once more makes sense. */
  readonly reason: string | null
  readonly can_send_again: boolean
}
export interface CustodyLine {
  readonly total: number
  /** How many the server holds. */
  readonly held: number
  readonly refused: number
  readonly verified_at: string | null
}
export interface Custody {
  readonly items: CustodyLine
  readonly signatures: CustodyLine
  readonly photos: readonly CustodyPhoto[]
  readonly submitted: boolean
  readonly complete_at: string | null
  readonly tickets: readonly Ticket[]
}

export interface TicketFilter {
  readonly mine?: boolean
  readonly open?: boolean
  readonly state?: TicketPhase | null
  readonly asset_id?: string | null
  readonly text?: string
}
export interface TicketRow {
  readonly ticket: Ticket
  readonly asset: Asset | null
  readonly place: Place | null
  readonly assignees: readonly Member[]
  readonly findings: number
  readonly last_event_at: string
  readonly work: WorkState
}
export interface TicketView {
  readonly ticket: Ticket
  readonly asset: Asset | null
  readonly place: Place | null
  readonly item: TemplateItem | null
  readonly findings: readonly FindingView[]
  readonly events: readonly TicketMoment[]
  readonly assignees: readonly Member[]
  readonly state: TicketPhase
  readonly photos: readonly PhotoView[]
  readonly repeat_of: Ticket | null
  readonly work: WorkState
}
export interface FindingView {
  readonly finding: Finding
  readonly round: Round | null
  /** What was answered in that round, while this device keeps it. */
  readonly answer: Answer | null
  readonly photos: readonly PhotoView[]
}
/** One entry of a ticket's timeline: an event, or a photo taken for the ticket. */
export interface TicketMoment {
  readonly id: string
  readonly at: string
  readonly received_at: string | null
  readonly by: Member | null
  readonly event: TicketEvent | null
  readonly photo: PhotoView | null
  readonly work: WorkState
}

/**
 * Figures by id (null: the browser does not tell):
 * storage: protected, free_bytes, photos (how many still fit) · data: assets, missing_assets, template_version, as_of ·
 * clock: skew_s (phone minus server), checked_at · camera: permission (granted|prompt|denied|missing), torch ·
 * unsent: rounds, operations, photos, oldest_at · battery: percent, charging, minutes, needs_percent
 */
export interface PreflightCheck {
  readonly id: 'storage' | 'data' | 'clock' | 'camera' | 'unsent' | 'battery'
  readonly verdict: 'green' | 'amber' | 'red'
  readonly figures: { readonly [name: string]: number | string | boolean | null }
}

export type ScanResult =
  | { readonly kind: 'asset'; readonly asset: Asset; readonly tag: Tag; readonly in_round: boolean }
  | { readonly kind: 'revoked'; readonly tag: Tag; readonly asset: Asset | null; readonly replacement: Tag | null }
  | { readonly kind: 'unknown'; readonly code: string }
  /** Shown, never opened. `forged`: it carries one of our codes with a wrong check. */
  | { readonly kind: 'foreign'; readonly text: string; readonly forged: boolean }
  | { readonly kind: 'bad_code'; readonly text: string }

export interface SessionPerson {
  readonly id: string
  readonly name: string
  readonly display_name_zh: string
  readonly display_name_en: string
  readonly language: 'zh-CN' | 'en'
  /** May begin projects in this installation. Absent in what an older server said. */
  readonly is_administrator?: boolean
}
export interface Grant { readonly project_id: string; readonly roles: readonly Role[] }

export type Decision =
  | { readonly outcome: 'applied' }
  | { readonly outcome: 'parked'; readonly code: string; readonly reason: string | null; readonly message: string | null; readonly details?: JsonObject }
  /** Nothing was written: press again when there is a network. */
  | { readonly outcome: 'offline' }
  /** It is in the outbox, and on its way or waiting for a network. */
  | { readonly outcome: 'unanswered' }

/** One entry of the desk's attention inbox (GET /api/projects/{id}/attention). */
/** A phone or browser on which the person is signed in. */
export interface SignedInDevice {
  readonly id: string
  readonly label: string | null
  readonly signed_in_at: string
  readonly last_seen_at: string
  readonly is_this: boolean
}
/** Work of the server that keeps failing: which, since when, and why in a word that the texts say plainly. */
export interface TroubledJob {
  readonly id: string
  readonly kind: string
  readonly since: string
  readonly attempts: number
  readonly next_at: string
  readonly trouble: string
  readonly error: string
}
export interface AttentionEntry {
  readonly op: string
  readonly name: string
  readonly at: string
  readonly by: string | null
  readonly outcome: 'parked' | 'waiting'
  readonly code: string | null
  readonly reason: string | null
  readonly body: Json
  readonly message: string | null
  readonly waits_for: readonly AttentionCause[]
  /** How many operations wait for this one. */
  readonly held_up: number
  /** What the fields that it sets say now. */
  readonly stands: { readonly [field: string]: Json }
}
/** `outcome` is null while it has not come to the server. */
export interface AttentionCause { readonly op: string; readonly name: string | null; readonly by: string | null; readonly outcome: string | null }
