/** Tickets and what belongs to them, as they come by wire (server/models). */
import type { Clock } from '../rules/clocksTypes'
import type { ClockKey } from '../rules/slaPolicy'
import type { AssetCategory, JsonObject, Severity, TicketPhase } from './documents'

export type TicketSource = 'round' | 'call' | 'letter' | 'email' | 'visit' | 'client' | 'bulletin' | 'engineer'
export type IncidentKind =
  | 'power' | 'network' | 'hardware' | 'virus' | 'mail_virus' | 'denial_of_service' | 'exploit' | 'malicious_code'
  | 'human_error' | 'application' | 'other' | 'inquiry'
export type TicketStep = 'waiting' | 'accepted' | 'on_way' | 'arrived' | 'diagnosed' | 'resolved' | 'closed'
export type Confirmation = 'none' | 'asked' | 'confirmed' | 'refused' | 'automatic'
export type TicketEventName =
  | 'raised' | 'joined' | 'confirmed' | 'withdrawn' | 'assigned' | 'graded' | 'commented' | 'resolved' | 'reopened'
  | 'answered' | 'accepted' | 'on_way' | 'arrived' | 'guided' | 'diagnosed' | 'needs_part' | 'spare_placed' | 'paused' | 'continued'
  | 'handed_over' | 'escalated' | 'session_held' | 'taken_back' | 'withdrawn_by_desk' | 'reported_again' | 'left_over'
  | 'confirmation_asked' | 'client_confirmed' | 'client_refused' | 'auto_confirmed' | 'near' | 'past'
  | 'vendor_asked' | 'vendor_answered' | 'link_revoked' | 'incident_written'
export type { ClockKey }

/** One clock of a ticket as its events made it; whether it is late is a matter of now (rules/clocks.ts). */
export type TicketClock = Clock

export interface Ticket {
  readonly id: string
  readonly number: string | null
  readonly asset_id: string | null
  readonly check_key: string | null
  readonly round_id: string | null
  readonly title_zh: string
  readonly title_en: string
  readonly opened_at: string
  readonly severity: Severity | null
  readonly assignee_ids: readonly string[] | null
  readonly state: TicketPhase
  readonly is_open: boolean
  readonly repeat_of_id: string | null
  readonly closed_at: string | null
  readonly source: TicketSource
  readonly kind: IncidentKind | null
  readonly complexity: 'ordinary' | 'complex' | null
  /** The reporter's words. */
  readonly description: string | null
  /** When it was noticed; null: as opened_at. */
  readonly found_at: string | null
  readonly place_id: string | null
  readonly elsewhere: boolean
  readonly reporter_name: string | null
  readonly reporter_phone: string | null
  readonly suggested_severity: Severity | null
  readonly severity_reason: string | null
  readonly remote_tried: 'none' | 'solved' | 'not_solved' | null
  readonly remote_result: string | null
  /** The version of the clock policy that it began with, for life. */
  readonly policy_id: string | null
  readonly tier: 1 | 2 | 3 | 4
  readonly step: TicketStep
  readonly clocks: readonly TicketClock[]
  /** The earliest running deadline. */
  readonly next_due_at: string | null
  readonly confirmation: Confirmation
}

export interface Finding {
  readonly id: string
  readonly ticket_id: string
  readonly round_id: string | null
  readonly asset_id: string | null
  readonly check_key: string | null
  readonly answer_id: string | null
  readonly found_at: string
  readonly severity: Severity | null
  readonly text: string | null
  /** 指示 and 实际 of its form row, as they were entered. */
  readonly indication: string | null
  readonly actual: string | null
  readonly reading: string | null
  readonly state: 'open' | 'fixed' | 'withdrawn'
}

export interface TicketEvent {
  readonly id: string
  readonly ticket_id: string
  readonly name: TicketEventName
  readonly by: string | null
  readonly at: string
  readonly received_at: string | null
  readonly after: readonly string[]
  readonly args: JsonObject | null
  readonly flags: readonly string[] | null
}

/** Somebody got in touch (来电来函登记); without a ticket where none followed. */
export interface Contact {
  readonly id: string
  readonly channel: 'call' | 'letter' | 'email' | 'visit' | 'app'
  readonly contacted_at: string
  readonly caller_name: string | null
  readonly caller_phone: string | null
  readonly caller_organisation: string | null
  readonly asset_id: string | null
  readonly text: string | null
  readonly ticket_id: string | null
  readonly answer: string | null
  readonly taken_by: string | null
  readonly registered_at: string
}

/** One version of a project's clock policy; `body` as rules/slaPolicy.ts reads it. */
export interface SlaPolicy {
  readonly id: string
  readonly version: number
  readonly valid_from: string
  readonly changed_by: string | null
  readonly body: JsonObject
}

export interface Shift {
  readonly id: string
  readonly person_id: string
  readonly starts_at: string
  readonly ends_at: string
  readonly duty: 'first' | 'second' | 'hotline'
  readonly note: string | null
  readonly cancelled_at: string | null
}

/** What a closed ticket left over (遗留问题). */
export interface Problem {
  readonly id: string
  readonly ticket_id: string | null
  readonly asset_id: string | null
  readonly title: string
  readonly text: string | null
  readonly state: string
  readonly raised_at: string
  readonly raised_by: string | null
}

export interface Article {
  readonly id: string
  readonly category: AssetCategory | null
  readonly kind: IncidentKind | null
  readonly title_zh: string
  readonly title_en: string | null
  readonly symptom: string | null
  readonly cause: string | null
  readonly solution: string | null
  readonly helped: number
}

/** What a client sees of a ticket. */
export interface ClientTicket {
  readonly id: string
  readonly ticket_id: string
  /** null until the server gave it. */
  readonly number: string | null
  readonly title_zh: string
  readonly title_en: string
  readonly severity: Severity | null
  readonly state: TicketPhase
  readonly step: TicketStep
  readonly reported_at: string
  readonly due_at: string | null
  readonly result: string | null
  readonly confirmation: Confirmation
  /** The last events of the ticket, unreadable here: what the client says names them as seen. */
  readonly heads: readonly string[]
}

/** One message to this person. */
export interface Notice {
  readonly id: string
  readonly kind: string
  readonly subject_project_id: string | null
  readonly ticket_id: string | null
  readonly args: JsonObject
  readonly urgent: boolean
  readonly at: string
  readonly read_at: string | null
}

/** How this person is told; in the quiet hours (local, HH:MM) only severity I may wake them. */
export interface Preference {
  readonly id: string
  readonly email: string | null
  readonly quiet_from: string | null
  readonly quiet_to: string | null
  readonly language: string | null
}

/** A way into one ticket for somebody without an account; read online by its staff. */
export interface TicketLink {
  readonly id: string
  readonly purpose: 'confirm' | 'vendor'
  readonly recipient: string | null
  readonly language: string
  readonly standing: 'good' | 'used' | 'expired' | 'revoked'
  readonly address: string
  readonly code: string
  readonly created_at: string
  readonly expires_at: string
  readonly used_at: string | null
  readonly revoked_at: string | null
}
