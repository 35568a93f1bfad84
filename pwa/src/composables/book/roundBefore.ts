/** The newest earlier round of the same plan that is still whole on this phone. */
import { asDocument } from '../../db/documents'
import type { PersonDatabase } from '../../db/personDatabase'
import type { Round } from '../../domain/types'
import { LOOKED_AT } from '../../sync/leaving'
import { inProject } from '../inProject'

/** Handed in before `round`; null where there is none. */
export async function roundBefore(db: PersonDatabase, round: Round, projectId: string | null): Promise<Round | null> {
  const rows = projectId === null || round.plan_id === null ? [] : await inProject(db, 'round', projectId)
  const rounds = rows.filter(({ old }) => old !== LOOKED_AT).map((row) => asDocument<'round'>(row)) // of those only parts may be here
  const earlier = rounds.filter((one) => one.plan_id === round.plan_id && one.occurrence_date < round.occurrence_date && one.submitted_at !== null)
  return earlier.sort((a, b) => (a.occurrence_date < b.occurrence_date ? 1 : -1))[0] ?? null
}
