import type { Decision, Ticket } from '../domain/types'
import { decide } from '../sync/decide'
import { seenDocuments } from '../sync/seenRound'

/** Say who works on a ticket. */
export async function assignTicket(ticket: Pick<Ticket, 'id'>, assigneeIds: readonly string[]): Promise<Decision> {
  return decide(async (db) => ({
    name: 'assign_ticket',
    doc: ticket.id,
    args: { assignee_ids: [...new Set(assigneeIds)].sort() },
    ticket_id: ticket.id,
    seen: await seenDocuments(db, [ticket.id]),
  }))
}
