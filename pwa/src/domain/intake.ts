/** What the desk has taken down of a call, before it becomes operations. Kept as a draft at every pause. */
import type { Severity } from './documents'
import type { IncidentKind } from './ticketDocuments'

/** What the caller says is affected (rules/suggestedSeverity.ts). */
export type IntakeEffect = 'stopped' | 'tampered' | 'slowed' | 'partly' | 'none'
export type IntakeChannel = 'call' | 'letter' | 'email' | 'visit'

export interface Intake {
  readonly id: string
  /** First keystroke: since then the caller waits for the first answer. Empty before. */
  readonly started_at: string
  readonly channel: IntakeChannel
  /** As it was typed: a name, a number, or both. */
  readonly caller: string
  readonly caller_organisation: string
  readonly asset_id: string | null
  /** In another place than the contract's own: the first answer has its longer limit. */
  readonly elsewhere: boolean
  readonly words: string
  readonly kind: IncidentKind | null
  /** Instant; null: not asked, counts as now. */
  readonly found_at: string | null
  readonly effect: IntakeEffect | null
  readonly severity: Severity | null
  readonly severity_reason: string
  readonly remote_tried: 'none' | 'solved' | 'not_solved' | null
  readonly remote_result: string
  /** null: whoever is proposed first; empty: nobody yet. */
  readonly assignee_id: string | null
  /** The open ticket that this is about as well. */
  readonly joins: string | null
}

/** What stands in the way, in the order in which the screen asks. */
export type IntakeLack = 'caller' | 'words' | 'kind' | 'severity' | 'reason'
