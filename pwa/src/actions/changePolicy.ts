import type { Decision, JsonObject, SlaPolicy } from '../domain/types'
import { decide } from '../sync/decide'
import { seenDocuments } from '../sync/seenRound'

/** Make the next version of a project's clock policy; `seen`: the versions that were there when it was written. */
export async function changePolicy(projectId: string, body: JsonObject, seen: readonly Pick<SlaPolicy, 'id'>[]): Promise<Decision> {
  return decide(async (db) => ({
    name: 'change_policy', doc: null, args: { project_id: projectId, body }, seen: await seenDocuments(db, seen.map(({ id }) => id)),
  }))
}
