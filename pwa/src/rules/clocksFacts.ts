/** A ticket's facts for its clocks, read from its document and its events. */
import type { Severity, Ticket } from '../domain/types'
import type { ClockEvent, TicketFacts } from './clocksTypes'

type Told = Pick<Ticket, 'source' | 'kind' | 'severity' | 'complexity' | 'found_at' | 'opened_at' | 'elsewhere'>

/**
 * Severity and complexity as registered: what `raised` says; without it, the document's if nobody graded since.
 * Graded since and not said at the raising: not known, and the first grade counts from the beginning.
 */
export function factsOf(ticket: Told, events: readonly Pick<ClockEvent, 'name' | 'args'>[]): TicketFacts {
  const raised = events.find((event) => event.name === 'raised')?.args ?? {}
  const graded = events.some((event) => event.name === 'graded' || event.name === 'diagnosed')
  const severity = 'severity' in raised ? (raised['severity'] as Severity | null) : graded ? null : ticket.severity
  const complexity = 'complexity' in raised ? (raised['complexity'] as string | null) : graded ? null : ticket.complexity
  const { source, kind, found_at, opened_at, elsewhere } = ticket
  return { source, kind, severity, complexity, found_at, opened_at, elsewhere }
}
