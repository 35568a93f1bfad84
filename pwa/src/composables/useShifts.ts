import type { Ref } from 'vue'
import type { Shift } from '../domain/types'
import { docsInProject, live } from './inProject'

/** The roster of the chosen project, by start; cancelled shifts are not in it. */
export function useShifts(): Readonly<Ref<readonly Shift[] | null>> {
  return live(async ({ db }, project) => {
    const all = await docsInProject(db, 'shift', project)
    return all.filter(({ cancelled_at }) => cancelled_at === null).sort((a, b) => Date.parse(a.starts_at) - Date.parse(b.starts_at) || (a.id < b.id ? -1 : 1))
  })
}
