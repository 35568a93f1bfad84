import type { Ticket } from '../domain/types'
import { tellTicket } from '../sync/actOnTicket'

/** On the way to the site. */
export const setOut = (ticket: Pick<Ticket, 'id'>): Promise<void> =>
  tellTicket(ticket, { name: 'set_out', event: 'on_way' })
