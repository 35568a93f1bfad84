import type { Ticket } from '../domain/types'
import { tellTicket } from '../sync/actOnTicket'

export interface FurtherCall { readonly text: string; readonly caller_name: string | null; readonly caller_phone: string | null }

/** Somebody gets in touch about a fault whose ticket is known: no second one is opened. */
export const reportAgain = (ticket: Pick<Ticket, 'id'>, call: FurtherCall): Promise<void> =>
  tellTicket(ticket, { name: 'report_again', event: 'reported_again', args: { ...call } })
