import type { Ticket } from '../domain/types'

/** Add a comment to a ticket's timeline. */
export async function commentTicket(ticket: Pick<Ticket, 'id'>, text: string): Promise<void> {
  throw new Error('commentTicket: not built yet')
}
