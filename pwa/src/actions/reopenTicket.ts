import { checkText } from '../domain/limits'
import type { Ticket } from '../domain/types'
import { actOnTicket } from '../sync/actOnTicket'

/** Open a resolved ticket again. */
export async function reopenTicket(ticket: Pick<Ticket, 'id'>, reason: string): Promise<void> {
  checkText(reason)
  await actOnTicket(ticket.id, () => Promise.resolve({ name: 'reopen_ticket', event: 'reopened', args: { reason }, set: { closed_at: null } }))
}
