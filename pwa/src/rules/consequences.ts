/** What a round's answers mean for tickets, one shape a consequence (see ticketsFromRound). */
import type { AnswerValue, Severity } from '../domain/types'

interface Told {
  readonly ticket_id: string
  readonly finding_id: string
}

/** A finding that is new, with all that its row needs. */
export interface Found extends Told {
  readonly answer_id: string
  readonly asset_id: string | null
  readonly check_key: string
  readonly severity: Severity | null
  readonly text: string | null
  readonly indication: string | null
  readonly actual: string | null
  readonly reading: string | null
  readonly found_at: string
}

/** A new ticket with its first finding. `separate`: another of the same fault is open (a person said: apart). */
export interface Raise extends Found {
  readonly kind: 'raise'
  readonly title_zh: string
  readonly title_en: string
  readonly separate: boolean
  readonly repeat_of_id: string | null
}

/** A finding for an open ticket; `own_ticket_id` is the id that it would have raised (the alias). */
export interface Join extends Found {
  readonly kind: 'join'
  readonly own_ticket_id: string
}

/** The item was corrected: its finding no longer holds the ticket open. */
export interface Withdraw extends Told {
  readonly kind: 'withdraw'
  readonly answer_id: string
  readonly value: AnswerValue | null
}

/** A withdrawn finding is abnormal again; `separate` as in Raise. */
export interface Renew extends Told {
  readonly kind: 'renew'
  readonly answer_id: string
  readonly severity: Severity | null
  readonly separate: boolean
}

/** A finding was graded worse than before, and worse than its ticket. */
export interface Worsen extends Told {
  readonly kind: 'worsen'
  readonly severity: Severity
}

/** The round is sealed: a supervisor stands behind these findings. */
export interface Confirm {
  readonly kind: 'confirm'
  readonly ticket_id: string
  readonly finding_ids: readonly string[]
}

export type Consequence = Raise | Join | Withdraw | Renew | Worsen | Confirm
