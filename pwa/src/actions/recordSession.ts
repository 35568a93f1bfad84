import type { Ticket } from '../domain/types'
import { tellTicket } from '../sync/actOnTicket'

/** The expert group sat together: who, and its conclusion. */
export const recordSession = (ticket: Pick<Ticket, 'id'>, session: { readonly people: string; readonly conclusion: string }): Promise<void> =>
  tellTicket(ticket, { name: 'record_session', event: 'session_held', args: { ...session } })
