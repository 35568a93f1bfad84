import { v7 } from 'uuid'
import type { JsonObject, Plan } from '../domain/types'
import { act } from '../sync/act'
import { madeRow } from '../sync/newOperation'
import { changed, subject } from '../sync/subjects'

export type PlanFields = Omit<Plan, 'id'>

/** Make a plan; gives its id. What it covers by its scope is filled in by the server. */
export async function makePlan(projectId: string, fields: PlanFields): Promise<string> {
  const id = v7()
  await act(async () => ({
    name: 'describe_plan',
    edits: [{ doc: id, type: 'plan', key: { project_id: projectId }, set: { ...fields } as unknown as JsonObject }],
    rows: [madeRow('plan', id, `project:${projectId}`, { ...fields })],
  }))
  return id
}

/** Change what differs. */
export async function changePlan(plan: Pick<Plan, 'id'>, set: Partial<PlanFields>): Promise<void> {
  await act(async (db) => {
    const { doc } = await subject(db, 'plan', plan.id)
    const wished = changed<Partial<Plan>>(doc, set)
    return wished === null ? null : { name: 'describe_plan', edits: [{ doc: doc.id, type: 'plan', set: wished }] }
  })
}
