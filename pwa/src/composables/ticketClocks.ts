/** A ticket's clocks with own events that the server has not answered yet; without any, the server's word stands. */
import { asDocument, getDocument } from '../db/documents'
import type { PersonDatabase } from '../db/personDatabase'
import type { DocumentRow } from '../db/rows'
import type { Ticket, TicketEvent } from '../domain/types'
import { foldClocks, nextDue } from '../rules/clocks'
import { factsOf } from '../rules/clocksFacts'
import type { ClockEvent } from '../rules/clocksTypes'
import type { SlaPolicyBody } from '../rules/slaPolicy'

/** `eventRows`: all of its events. A policy that is not on this phone leaves the clocks as they were. */
export async function withOwnClocks(db: PersonDatabase, ticket: Ticket, eventRows: readonly DocumentRow[]): Promise<Ticket> {
  if (eventRows.every(({ pending }) => pending === 0)) return ticket
  const policy = await getDocument(db, 'sla_policy', ticket.policy_id)
  if (policy === null) return ticket
  const events = eventRows.map((row) => asClockEvent(asDocument<'ticket_event'>(row)))
  const { clocks } = foldClocks(policy.body as unknown as SlaPolicyBody, factsOf(ticket, events), events)
  const isOver = ticket.state === 'closed' || ticket.state === 'withdrawn'
  return { ...ticket, clocks, next_due_at: isOver ? null : (nextDue(clocks)?.due_at ?? null) }
}

/** What the server has not received yet counts from when it was said. */
const asClockEvent = ({ id, name, at, received_at, after, args }: TicketEvent): ClockEvent => ({ id, name, at, received_at: received_at ?? at, after, args })
