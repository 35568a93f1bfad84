/** The desk's board, as the server tells it. */
import type { RoundPhase, Severity } from './documents'
import type { ClockKey, Ticket, TicketSource } from './ticketDocuments'

export type BoardTicket = Pick<
  Ticket,
  'id' | 'number' | 'title_zh' | 'title_en' | 'severity' | 'step' | 'tier' | 'state' | 'source' | 'kind' | 'asset_id' | 'assignee_ids'
  | 'opened_at' | 'next_due_at' | 'clocks' | 'confirmation' | 'closed_at'
>
export interface BoardRound {
  readonly id: string
  readonly name_zh: string
  readonly name_en: string
  readonly place_id: string | null
  readonly state: RoundPhase
  readonly due_at: string
  readonly assignee_ids: readonly string[]
  readonly opened_at: string | null
  readonly submitted_at: string | null
  readonly occurrence_date: string
  readonly answered: number
  /** Lapsed without having begun. */
  readonly missed_at: string | null
}
export interface BoardPhone {
  readonly id: string
  readonly label: string | null
  readonly person_id: string
  readonly last_seen_at: string
  /** Rounds of which work may be on this phone alone. */
  readonly may_hold: number
  /** What it said last that it has still to send; null: it has said nothing. */
  readonly unsent_operations: number | null
  readonly unsent_photos: number | null
  readonly unsent_since: string | null
}
/** Each up to 1,000: that many or more. */
export interface BoardCounts { readonly late: number; readonly soon: number; readonly still: number; readonly open: number }
/** What needs a decision, each up to 1,000. */
export interface BoardDecisions {
  readonly reviews: number
  readonly conflicts: number
  readonly parked: number
  readonly closures: number
  readonly certificates: number
}
export interface BoardPage { readonly at: string; readonly tickets: readonly BoardTicket[]; readonly more: boolean }
export interface Board extends BoardPage {
  readonly still: readonly BoardTicket[]
  readonly waiting: readonly BoardTicket[]
  readonly rounds: readonly BoardRound[]
  readonly phones: readonly BoardPhone[]
  readonly counts: BoardCounts
  readonly decisions: BoardDecisions
}
export interface BoardFilter {
  readonly severity: Severity | null
  readonly person: string | null
  readonly source: TicketSource | null
  readonly late: boolean
}
export interface FiguresRow {
  readonly severity: Severity | null
  readonly clock: ClockKey
  readonly met: number
  readonly missed: number
  readonly running: number
  readonly median: number | null
  readonly worst: number | null
}
export interface BoardFigures { readonly since: string; readonly tickets: number; readonly rows: readonly FiguresRow[] }
