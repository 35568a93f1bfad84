import { checkText } from '../domain/limits'
import type { Ticket } from '../domain/types'
import { actOnTicket } from '../sync/actOnTicket'

/** Add a comment to a ticket's timeline. */
export async function commentTicket(ticket: Pick<Ticket, 'id'>, text: string): Promise<void> {
  checkText(text)
  await actOnTicket(ticket.id, () => Promise.resolve({ name: 'comment_ticket', event: 'commented', args: { text }, set: {} }))
}
