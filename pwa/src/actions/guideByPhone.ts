import type { Ticket } from '../domain/types'
import { tellTicket } from '../sync/actOnTicket'

/** The roads are cut: guidance by phone counts as being there. */
export const guideByPhone = (ticket: Pick<Ticket, 'id'>, guidance: { readonly reason: string; readonly text: string | null }): Promise<void> =>
  tellTicket(ticket, { name: 'guide_by_phone', event: 'guided', args: { ...guidance } })
