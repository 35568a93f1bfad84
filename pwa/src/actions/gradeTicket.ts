import { checkText } from '../domain/limits'
import type { Severity, Ticket } from '../domain/types'
import { act } from '../sync/act'
import { changed, subject } from '../sync/subjects'

export interface Grade { readonly severity?: Severity; readonly complexity?: 'ordinary' | 'complex'; readonly severity_reason?: string | null }

/** Say how bad and how hard a ticket's fault is, and why. */
export async function gradeTicket(ticket: Pick<Ticket, 'id'>, grade: Severity | Grade): Promise<void> {
  const wanted: Grade = typeof grade === 'number' ? { severity: grade } : grade
  checkText(wanted.severity_reason ?? null)
  await act(async (db) => {
    const { doc } = await subject(db, 'ticket', ticket.id)
    const set = changed(doc, wanted)
    return set && { name: 'grade_ticket', ticket_id: doc.id, edits: [{ doc: doc.id, type: 'ticket', set }] }
  })
}
