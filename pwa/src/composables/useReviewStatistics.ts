import { type Ref, shallowRef, watch } from 'vue'
import { getReviewStatistics } from '../api/reviewStatistics'
import type { ReviewStatistics } from '../domain/types'
import { useOnline } from './useOnline'
import { useSession } from './useSession'

export interface ReviewStatisticsSource {
  /** null until the server has said it. */
  readonly statistics: Readonly<Ref<ReviewStatistics | null>>
  readonly failed: Readonly<Ref<boolean>>
}

/** What was sent back of the rounds of the last days, and why. */
export function useReviewStatistics(days: Readonly<Ref<number>>): ReviewStatisticsSource {
  const { projectId } = useSession()
  const online = useOnline()
  const statistics = shallowRef<ReviewStatistics | null>(null)
  const failed = shallowRef(false)
  let question = 0
  watch([projectId, days, online], async () => {
    const mine = ++question
    if (projectId.value === null) return
    const answer = await getReviewStatistics(projectId.value, days.value).catch(() => null)
    if (mine !== question) return
    failed.value = answer === null
    if (answer !== null) statistics.value = answer
  }, { immediate: true })
  return { statistics, failed }
}
