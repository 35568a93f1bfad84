/**
 * How far the handling of a ticket has come, and at which support tier it is: a pure fold of its events.
 *
 *     waiting ── accepted ── on_way ── arrived (or guided by phone) ── diagnosed ── resolved ── closed
 *
 * A later step implies the earlier ones. A hand-over, an escalation by hand and a reopening begin anew: what their
 * authors had seen is the work of before. An escalation by itself (a threshold passed) interrupts nobody's way.
 */
import type { Ticket, TicketEventName, TicketStep } from '../domain/types'
import { past } from './causes'
import { standingEvents } from './takenBack'
import type { TicketEventFacts } from './ticketEventFacts'

const STEPS: readonly TicketStep[] = ['waiting', 'accepted', 'on_way', 'arrived', 'diagnosed']
const STEP_OF: { readonly [name in TicketEventName]?: number } = { accepted: 1, on_way: 2, arrived: 3, guided: 3, diagnosed: 4 }
const BEGIN_ANEW: ReadonlySet<TicketEventName> = new Set(['reopened', 'client_refused', 'handed_over'])

/** The furthest step since the work began last; whether it is resolved is the state's to say. */
export function ticketStep(events: readonly TicketEventFacts[]): TicketStep {
  const standing = standingEvents(events)
  const before = new Set(
    standing.filter((event) => BEGIN_ANEW.has(event.name) || isByHand(event)).flatMap((event) => [...past(event.id, events)]),
  )
  const reached = standing.filter((event) => !before.has(event.id)).map((event) => STEP_OF[event.name] ?? 0)
  return STEPS[Math.max(0, ...reached)] ?? 'waiting'
}

/** 1 project engineers, 2 service team, 3 expert group, 4 vendor. It never goes down, but by taking back. */
export function ticketTier(events: readonly TicketEventFacts[]): Ticket['tier'] {
  const told = standingEvents(events)
    .filter((event) => event.name === 'escalated')
    .map((event) => event.args?.['to_tier'])
  return Math.max(1, ...told.filter((tier) => typeof tier === 'number')) as Ticket['tier']
}

const isByHand = (event: TicketEventFacts): boolean => event.name === 'escalated' && !event.args?.['clock']
