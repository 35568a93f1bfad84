import type { Decision, Ticket } from '../domain/types'

/** Say who works on a ticket. */
export async function assignTicket(ticket: Pick<Ticket, 'id'>, assigneeIds: readonly string[]): Promise<Decision> {
  throw new Error('assignTicket: not built yet')
}
