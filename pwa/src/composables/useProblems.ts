import type { Ref } from 'vue'
import { asDocument, documentsOfType, getDocument } from '../db/documents'
import type { PersonDatabase } from '../db/personDatabase'
import type { DocumentRow } from '../db/rows'
import type { Asset, Member, Problem, Ticket, WorkState } from '../domain/types'
import { workOf } from '../db/documents'
import { inProject, live } from './inProject'

export interface ProblemView {
  readonly problem: Problem
  readonly ticket: Ticket | null
  readonly asset: Asset | null
  readonly by: Member | null
  readonly work: WorkState
}

/** What repairs left over in this project (遗留问题), the newest first. */
export function useProblems(): Readonly<Ref<readonly ProblemView[] | null>> {
  return live(async ({ db }, projectId) => {
    const rows = await inProject(db, 'problem', projectId)
    const views = await Promise.all(rows.map((row) => viewOf(db, row)))
    return views.sort((a, b) => Date.parse(b.problem.raised_at) - Date.parse(a.problem.raised_at))
  })
}

/** One of them; null while it is not on this phone. */
export function useProblem(id: Ref<string>): Readonly<Ref<ProblemView | null>> {
  return live(async ({ db }) => {
    const row = await db.documents.get(id.value)
    return row?.type === 'problem' ? await viewOf(db, row) : null
  }, id)
}

async function viewOf(db: PersonDatabase, row: DocumentRow): Promise<ProblemView> {
  const problem = asDocument<'problem'>(row)
  const [ticket, asset, members] = await Promise.all([
    getDocument(db, 'ticket', problem.ticket_id), getDocument(db, 'asset', problem.asset_id), documentsOfType(db, 'member'),
  ])
  return { problem, ticket, asset, by: members.find(({ person_id }) => person_id === problem.raised_by) ?? null, work: workOf(row) }
}
