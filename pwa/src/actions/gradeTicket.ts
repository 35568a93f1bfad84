import type { Severity, Ticket } from '../domain/types'

/** Grade a ticket's severity. */
export async function gradeTicket(ticket: Pick<Ticket, 'id'>, severity: Severity): Promise<void> {
  throw new Error('gradeTicket: not built yet')
}
