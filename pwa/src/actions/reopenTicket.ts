import type { Ticket } from '../domain/types'

/** Open a resolved ticket again. */
export async function reopenTicket(ticket: Pick<Ticket, 'id'>, reason: string): Promise<void> {
  throw new Error('reopenTicket: not built yet')
}
