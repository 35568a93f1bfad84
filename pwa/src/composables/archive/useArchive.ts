import { computed, type Ref, shallowRef, watch } from 'vue'
import { getRecords } from '../../api/records'
import type { ArchivePage, ArchiveSearch } from '../../domain/types'
import { useOnline } from '../useOnline'
import { useSession } from '../useSession'
import { searchHere } from './searchHere'
import { useSealedRounds } from './useSealedRounds'

export interface Archive {
  /** What this device knows at once, then the server's answer. */
  readonly page: Readonly<Ref<ArchivePage | null>>
  /** The server could not be asked: only what is on this device is shown. */
  readonly only_here: Readonly<Ref<boolean>>
  more(): Promise<void>
}
interface Answer { readonly project: string; readonly search: ArchiveSearch; readonly page: ArchivePage }

/** The project's sealed records: sealed ones leave the device after two weeks, the server has them all. */
export function useArchive(search: Readonly<Ref<ArchiveSearch>>): Archive {
  const { projectId } = useSession()
  const online = useOnline()
  const rounds = useSealedRounds()
  const answer = shallowRef<Answer | null>(null)
  const only_here = shallowRef(false)
  let asking = false
  let again = false

  const current = (): ArchivePage | null =>
    answer.value !== null && answer.value.project === projectId.value && answer.value.search === search.value ? answer.value.page : null

  /** One question at a time; what was typed meanwhile is asked next. */
  async function ask(): Promise<void> {
    again = asking
    if (asking) return
    asking = true
    do {
      again = false
      await askOnce()
    } while (again as boolean)
    asking = false
  }
  async function askOnce(): Promise<void> {
    const [project, asked] = [projectId.value, search.value]
    if (project === null) return
    try {
      answer.value = { project, search: asked, page: await getRecords(project, asked, 0) }
      only_here.value = false
    } catch {
      only_here.value = true
    }
  }
  async function more(): Promise<void> {
    const [project, asked, page] = [projectId.value, search.value, current()]
    if (project === null || page === null) return
    try {
      const next = await getRecords(project, asked, page.records.length)
      if (current() === page) answer.value = { project, search: asked, page: { ...next, records: [...page.records, ...next.records] } }
    } catch {
      only_here.value = true
    }
  }
  watch([projectId, search, online], () => void ask(), { immediate: true })
  return {
    page: computed(() => current() ?? (rounds.value === null ? null : searchHere(rounds.value, search.value))),
    only_here: computed(() => only_here.value && current() === null),
    more,
  }
}
