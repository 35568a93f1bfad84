import type { Ticket } from '../domain/types'
import { tellTicket } from '../sync/actOnTicket'

/** Work goes on. */
export const continueTicket = (ticket: Pick<Ticket, 'id'>): Promise<void> =>
  tellTicket(ticket, { name: 'continue_ticket', event: 'continued' })
