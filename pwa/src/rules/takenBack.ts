/**
 * A mistaken press is taken back, never deleted: the fold passes over the event that a `taken_back` names.
 *
 * Taking back a `taken_back` brings the first event back. Only what its author had seen can be taken back.
 */
import { past } from './causes'
import type { TicketEventFacts } from './ticketEventFacts'

/** The events that nobody took back, in the order given. */
export function standingEvents(events: readonly TicketEventFacts[]): readonly TicketEventFacts[] {
  const takers = events.filter((event) => event.name === 'taken_back').map((event) => ({ event, seen: past(event.id, events) }))
  const gone = new Set<string>()
  // Whoever has seen more is the later one: by then it is known whether an earlier one still stands.
  for (const { event, seen } of takers.sort((a, b) => b.seen.size - a.seen.size || (a.event.id < b.event.id ? -1 : 1))) {
    const named = event.args?.['event']
    if (typeof named === 'string' && !gone.has(event.id) && seen.has(named)) gone.add(named)
  }
  return gone.size === 0 ? events : events.filter((event) => !gone.has(event.id))
}
