import { type Ref, shallowRef, watch } from 'vue'
import { getFigures } from '../api/board'
import type { BoardFigures } from '../domain/types'
import { useOnline } from './useOnline'
import { useSession } from './useSession'

/** How the times were kept in the last days; null until the server has said it. */
export function useFigures(days: Readonly<Ref<number>>): { readonly figures: Readonly<Ref<BoardFigures | null>>; readonly failed: Readonly<Ref<boolean>> } {
  const { projectId } = useSession()
  const online = useOnline()
  const figures = shallowRef<BoardFigures | null>(null)
  const failed = shallowRef(false)
  let question = 0
  watch([projectId, days, online], async () => {
    const mine = ++question
    if (projectId.value === null) return
    const answer = await getFigures(projectId.value, days.value).catch(() => null)
    if (mine !== question) return
    failed.value = answer === null
    if (answer !== null) figures.value = answer
  }, { immediate: true })
  return { figures, failed }
}
