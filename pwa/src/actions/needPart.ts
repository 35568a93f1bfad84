import type { Ticket } from '../domain/types'
import { tellTicket } from '../sync/actOnTicket'

/** The repair needs a part. */
export const needPart = (ticket: Pick<Ticket, 'id'>, part: { readonly text: string; readonly quantity: number | null }): Promise<void> =>
  tellTicket(ticket, { name: 'need_part', event: 'needs_part', args: { ...part } })
