import type { Ticket } from '../domain/types'
import { tellTicket } from '../sync/actOnTicket'

/** The client does not agree: the ticket opens again. */
export const refuseClosure = (ticket: Pick<Ticket, 'id'>, word: { readonly name: string; readonly reason: string }): Promise<void> =>
  tellTicket(ticket, { name: 'refuse_closure', event: 'client_refused', args: { ...word } })
