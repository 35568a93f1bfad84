import { type Ref, onScopeDispose, shallowRef, watch } from 'vue'
import { getImport, getImports } from '../api/imports'
import type { ImportAnswer, ImportRow, ImportSummary, ImportVerdict } from '../domain/imports'
import { syncState } from '../sync/currentPhone'
import { useSession } from './useSession'

const LOOK_AGAIN_MS = 1_000

/** The latest imports of the chosen project; `unread` while the server cannot be asked. */
export function useImports(): { readonly found: Readonly<Ref<readonly ImportSummary[] | null>>; readonly unread: Readonly<Ref<boolean>> } {
  const { projectId } = useSession()
  const found = shallowRef<readonly ImportSummary[] | null>(null)
  const unread = shallowRef(false)
  watch([projectId, () => syncState.value.passes], async ([asked]) => {
    if (asked === null) return
    const answer = await getImports(asked).catch(() => null)
    if (asked !== projectId.value) return
    unread.value = answer === null
    if (answer !== null) found.value = answer
  }, { immediate: true })
  return { found, unread }
}

export interface ImportRead {
  readonly found: Readonly<Ref<ImportAnswer | null>>
  readonly rows: Readonly<Ref<readonly ImportRow[]>>
  readonly unread: Readonly<Ref<boolean>>
  /** What the server has just answered, taken without asking again. */
  show(answer: ImportAnswer): void
  reload(): Promise<void>
  more(): Promise<void>
}

/** One import with its rows of one verdict, page by page; looked at again every second while the server works on it. */
export function useImport(importId: Readonly<Ref<string | null>>, verdict: Readonly<Ref<ImportVerdict | null>>): ImportRead {
  const { projectId } = useSession()
  const found = shallowRef<ImportAnswer | null>(null)
  const rows = shallowRef<readonly ImportRow[]>([])
  const unread = shallowRef(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  async function fetchPage(after: number): Promise<void> {
    const [project, asked, wanted] = [projectId.value, importId.value, verdict.value]
    if (project === null || asked === null) return
    const answer = await getImport(project, asked, wanted, after).catch(() => null)
    if (asked !== importId.value || wanted !== verdict.value) return
    unread.value = answer === null
    if (answer !== null) take(answer, after === 0 ? [] : rows.value)
    else again()
  }
  function take(answer: ImportAnswer, before: readonly ImportRow[]): void {
    found.value = answer
    rows.value = [...before, ...answer.rows]
    if (answer.state === 'applying' || answer.state === 'undoing') again()
  }
  function again(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void fetchPage(0), LOOK_AGAIN_MS)
  }
  watch([projectId, importId], () => { [found.value, rows.value] = [null, []] })
  watch([projectId, importId, verdict], () => void fetchPage(0), { immediate: true })
  onScopeDispose(() => { clearTimeout(timer) })
  return {
    found, rows, unread,
    show: (answer) => { take(answer, []) },
    reload: () => fetchPage(0),
    more: () => fetchPage(rows.value.at(-1)?.line ?? 0),
  }
}
