/** What the clocks take and give, named as on the wire. */
import type { Severity } from '../domain/types'
import type { ClockKey, CountsFrom } from './slaPolicy'
import type { CalendarKind } from './workCalendar'

export type ClockState = 'waiting' | 'running' | 'paused' | 'met' | 'missed' | 'cancelled'
export type Milestone =
  | 'phone_response'
  | 'dispatch'
  | 'arrival'
  | 'diagnosis'
  | 'solution'
  | 'repair'
  | 'spare'
  | 'information'
export type Why = 'paused' | 'solved' | 'withdrawn'

/** A ticket as it was registered: what is graded later comes as events. */
export interface TicketFacts {
  readonly source: string
  readonly kind: string | null
  readonly severity: Severity | null
  readonly complexity: string | null
  readonly found_at: string | null
  readonly opened_at: string
  readonly elsewhere: boolean
}

export interface ClockEvent {
  readonly id: string
  readonly name: string
  readonly at: string
  readonly received_at: string
  readonly after: readonly string[]
  readonly args: Readonly<Record<string, unknown>> | null
}

/** Time that does not count; `end` is null while it lasts. `reason` is a pause's. */
export interface ClockStop {
  readonly begin: string
  readonly end: string | null
  readonly why: Why
  readonly reason: string | null
}

/**
 * Instants are the wire's. Minutes are counted and whole: what pauses took and what is left are rounded down,
 * what it took in the end is rounded up. `because`: the events that the due time rests on, in their order.
 */
export interface Clock {
  readonly key: ClockKey
  readonly milestone: Milestone
  readonly state: ClockState
  readonly limit_minutes: number
  readonly calendar: CalendarKind
  readonly counts_from: CountsFrom
  readonly started_at: string | null
  readonly due_at: string | null
  readonly met_at: string | null
  readonly paused_since: string | null
  readonly paused_minutes: number
  readonly left_minutes: number | null
  readonly took_minutes: number | null
  readonly stops: readonly ClockStop[]
  readonly because: readonly string[]
}

/** What was odd about an event: accepted all the same. */
export interface ClockFlag {
  readonly event: string
  readonly flag: string
}

/** Severity and complexity are as the events leave them. */
export interface ClockFold {
  readonly clocks: readonly Clock[]
  readonly flags: readonly ClockFlag[]
  readonly severity: Severity | null
  readonly complexity: string | null
}
