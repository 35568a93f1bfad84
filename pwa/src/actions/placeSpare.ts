import type { Ticket } from '../domain/types'
import { tellTicket } from '../sync/actOnTicket'

/** Spare equipment stands in until the repair. */
export const placeSpare = (ticket: Pick<Ticket, 'id'>, text: string): Promise<void> =>
  tellTicket(ticket, { name: 'place_spare', event: 'spare_placed', args: { text } })
