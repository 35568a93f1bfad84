import type { Ticket } from '../domain/types'
import { tellTicket } from '../sync/actOnTicket'

export type PauseReason = 'waiting_client' | 'waiting_part' | 'access' | 'agreed'

/** Work stands still for a reason outside our hands. */
export const pauseTicket = (ticket: Pick<Ticket, 'id'>, pause: { readonly reason: PauseReason; readonly text: string | null }): Promise<void> =>
  tellTicket(ticket, { name: 'pause_ticket', event: 'paused', args: { ...pause } })
