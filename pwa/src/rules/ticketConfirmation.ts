/**
 * The client's word on a solution (T6): a pure fold of the ticket's events.
 *
 * A confirmation stands behind the solutions that its author had seen. What was solved anew after a reopening, or by
 * another engineer meanwhile, waits for a word of its own.
 */
import type { Confirmation, TicketEventName } from '../domain/types'
import { past } from './causes'
import { standingEvents } from './takenBack'
import type { TicketEventFacts } from './ticketEventFacts'

type Events = readonly TicketEventFacts[]

/** Events of this name that stand, and that no reopening has seen; a client's refusal is a reopening. */
export function unrevived(name: TicketEventName, events: Events): Events {
  const standing = standingEvents(events)
  const seen = seenBy(standing, events, ['reopened', 'client_refused'])
  return standing.filter((event) => event.name === name && !seen.has(event.id))
}

export const namedFindings = (resolves: Events): Set<string> =>
  new Set(
    resolves.flatMap((event) => {
      const named = event.args?.['findings']
      return Array.isArray(named) ? named.filter((id) => typeof id === 'string') : []
    }),
  )

/** `fixed`: the findings that are; `resolved`: nothing of the ticket is open any more. */
export function confirmation(events: Events, fixed: ReadonlySet<string>, { resolved }: { readonly resolved: boolean }): Confirmation {
  const standing = standingEvents(events)
  const resolves = unrevived('resolved', events)
  if (!resolved) {
    const answered = new Set(resolves.flatMap((event) => [...past(event.id, events)]))
    return standing.some((event) => event.name === 'client_refused' && !answered.has(event.id)) ? 'refused' : 'none'
  }
  const byClient = seenBy(standing, events, ['client_confirmed'])
  const byAnyone = seenBy(standing, events, ['client_confirmed', 'auto_confirmed'])
  const confirmed = resolves.filter((event) => byAnyone.has(event.id))
  const behind = namedFindings(confirmed)
  if (confirmed.length > 0 && [...fixed].every((finding) => behind.has(finding))) {
    return confirmed.some((event) => byClient.has(event.id)) ? 'confirmed' : 'automatic'
  }
  const asked = seenBy(standing, events, ['confirmation_asked'])
  return resolves.some((event) => asked.has(event.id)) ? 'asked' : 'none'
}

/** What the authors of these events had seen. */
function seenBy(standing: Events, events: Events, names: readonly TicketEventName[]): Set<string> {
  return new Set(standing.filter((event) => names.includes(event.name)).flatMap((event) => [...past(event.id, events)]))
}
