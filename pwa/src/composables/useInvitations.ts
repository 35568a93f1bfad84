import type { Ref } from 'vue'
import type { Invitation } from '../domain/types'
import { docsInProject, live } from './inProject'

/** Invitations of the chosen project, the newest first. */
export function useInvitations(): Readonly<Ref<readonly Invitation[] | null>> {
  return live(async ({ db }, project) => (await docsInProject(db, 'invitation', project)).sort((a, b) => (a.made_at < b.made_at ? 1 : -1)))
}
