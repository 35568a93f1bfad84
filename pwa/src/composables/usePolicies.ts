import type { Ref } from 'vue'
import type { SlaPolicy } from '../domain/types'
import { docsInProject, live } from './inProject'

/** The versions of the project's clock policy, the newest first. */
export function usePolicies(): Readonly<Ref<readonly SlaPolicy[] | null>> {
  return live(async ({ db }, projectId) => (await docsInProject(db, 'sla_policy', projectId)).sort((a, b) => b.version - a.version))
}
