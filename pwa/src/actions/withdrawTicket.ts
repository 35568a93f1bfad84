import type { Ticket } from '../domain/types'
import { tellTicket } from '../sync/actOnTicket'

/** Opened by mistake; reopening brings it back. */
export const withdrawTicket = (ticket: Pick<Ticket, 'id'>, reason: string): Promise<void> =>
  tellTicket(ticket, { name: 'withdraw_ticket', event: 'withdrawn_by_desk', args: { reason } })
