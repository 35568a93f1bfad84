import type { Ticket } from '../domain/types'

/** Resolve the findings that are on the screen, and only those. */
export async function resolveTicket(ticket: Pick<Ticket, 'id'>, how: { solution: string; how: 'fixed' | 'workaround' }): Promise<void> {
  throw new Error('resolveTicket: not built yet')
}
