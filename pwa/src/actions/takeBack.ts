import { getDocument } from '../db/documents'
import { InvalidInput } from '../domain/errors'
import { checkText } from '../domain/limits'
import type { Ticket, TicketEvent } from '../domain/types'
import { actOnTicket } from '../sync/actOnTicket'

/** Take a mistaken press back: it stays on the timeline, and counts no more. */
export async function takeBack(ticket: Pick<Ticket, 'id'>, event: Pick<TicketEvent, 'id'>, reason: string): Promise<void> {
  checkText(reason)
  await actOnTicket(ticket.id, async (db) => {
    const mistaken = await getDocument(db, 'ticket_event', event.id)
    if (mistaken?.ticket_id !== ticket.id) throw new InvalidInput('not_found')
    return { name: 'take_back', event: 'taken_back', args: { event: event.id, reason }, set: {}, told: { name: mistaken.name } }
  })
}
