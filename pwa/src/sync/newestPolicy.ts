/** The version of the clock policy that a new ticket begins with, as far as this phone knows. */
import { asDocument } from '../db/documents'
import type { PersonDatabase } from '../db/personDatabase'

export async function newestPolicy(db: PersonDatabase, projectId: string, at: string): Promise<string | null> {
  const rows = await db.documents.where('type').equals('sla_policy').filter(({ stream }) => stream === `project:${projectId}`).toArray()
  const held = rows.map((row) => asDocument<'sla_policy'>(row)).filter(({ valid_from }) => Date.parse(valid_from) <= Date.parse(at))
  return held.sort((a, b) => b.version - a.version)[0]?.id ?? null
}
