import type { Severity, Ticket } from '../domain/types'
import { act } from '../sync/act'
import { changed, subject } from '../sync/subjects'

/** Grade a ticket's severity. */
export async function gradeTicket(ticket: Pick<Ticket, 'id'>, severity: Severity): Promise<void> {
  await act(async (db) => {
    const { doc } = await subject(db, 'ticket', ticket.id)
    const set = changed(doc, { severity })
    return set && { name: 'grade_ticket', ticket_id: doc.id, edits: [{ doc: doc.id, type: 'ticket', set }] }
  })
}
