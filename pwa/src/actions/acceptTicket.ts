import type { Ticket } from '../domain/types'
import { actOnTicket } from '../sync/actOnTicket'
import { subject } from '../sync/subjects'

/** Take a ticket on: from here on this person is among those who handle it. */
export async function acceptTicket(ticket: Pick<Ticket, 'id'>): Promise<void> {
  await actOnTicket(ticket.id, async (db, { by }) => {
    const { doc } = await subject(db, 'ticket', ticket.id)
    const assignee_ids = [...new Set([...(doc.assignee_ids ?? []), by])].sort()
    return { name: 'accept_ticket', event: 'accepted', args: {}, set: { assignee_ids } }
  })
}
