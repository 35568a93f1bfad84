import type { Ref } from 'vue'
import type { Member } from '../domain/types'
import { docsInProject, live } from './inProject'

/** People of the chosen project. */
export function useMembers(): Readonly<Ref<readonly Member[] | null>> {
  return live(({ db }, project) => docsInProject(db, 'member', project))
}
