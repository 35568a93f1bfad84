/** What the rules for a plan's days and people need of a project, beside the plan itself. */
import type { DocumentType, DocumentTypes, Shift } from '../domain/types'
import type { PlanCalendar } from '../rules/planCalendar'
import { asDocument, getDocument } from './documents'
import type { PersonDatabase } from './personDatabase'

/** Holidays, make-up days and events, and the day on which the contract ends. */
export async function readPlanCalendar(db: PersonDatabase, projectId: string): Promise<PlanCalendar> {
  const [days, project] = await Promise.all([ofStream(db, 'calendar_day', projectId), getDocument(db, 'project', projectId)])
  return { days, contract_ends_on: project?.ends_on ?? null }
}

export const readShifts = (db: PersonDatabase, projectId: string): Promise<Shift[]> => ofStream(db, 'shift', projectId)

async function ofStream<T extends DocumentType>(db: PersonDatabase, type: T, projectId: string): Promise<DocumentTypes[T][]> {
  const stream = `project:${projectId}`
  const rows = await db.documents.where('type').equals(type).and((row) => row.stream === stream).toArray()
  return rows.map((row) => asDocument<T>(row))
}
