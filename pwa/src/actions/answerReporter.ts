import type { Ticket } from '../domain/types'
import { tellTicket } from '../sync/actOnTicket'

/** Somebody spoke to whoever reported it; for an inquiry, the answer itself. */
export const answerReporter = (ticket: Pick<Ticket, 'id'>, answer: { readonly how: 'phone' | 'site' | 'message'; readonly text: string | null }): Promise<void> =>
  tellTicket(ticket, { name: 'answer_reporter', event: 'answered', args: { ...answer } })
