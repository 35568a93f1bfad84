import { computed, type Ref } from 'vue'
import type { Scan } from '../domain/types'
import { grouped } from './book/cells'
import { docsInProject, live } from './inProject'

/** Where a tag could not be read, by asset, newest first. */
export function useTagReports(): Readonly<Ref<ReadonlyMap<string, readonly Scan[]>>> {
  const scans = live(({ db }, projectId) => docsInProject(db, 'scan', projectId))
  return computed(() => {
    const unread = (scans.value ?? []).filter((scan) => scan.method === 'unreadable')
    return grouped(unread.sort((a, b) => Date.parse(b.at) - Date.parse(a.at)), (scan) => scan.asset_id)
  })
}
