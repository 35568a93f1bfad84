import { computed, onScopeDispose, watch } from 'vue'
import type { Ref } from 'vue'
import { leaveReview } from '@/actions/leaveReview'
import { takeReview } from '@/actions/takeReview'
import { useClock } from '@/composables/useClock'
import { useMembers } from '@/composables/useMembers'
import { useOnline } from '@/composables/useOnline'
import type { Round } from '@/domain/types'
import { reviewerAt } from '@/rules/reviewHold'

/** Whoever only passes through the queue takes nothing up. */
export const DWELL_MS = 5_000
/** A third of the time after which a hold runs out. */
export const SIGN_EVERY_MS = 10 * 60_000

/** Takes the round that one stays at, gives a sign while one is at work, leaves it with the screen; says who else holds it. */
export function useReviewHold(roundId: Ref<string>, round: Ref<Round | null>, mayDecide: Ref<boolean>, me: () => string | null) {
  const now = useClock()
  const members = useMembers()
  const online = useOnline()
  const holder = computed(() => (round.value ? reviewerAt(round.value, now.value.getTime()) : null))
  const other = computed(() => {
    if (holder.value === null || holder.value === me()) return null
    return { person: members.value?.find(({ person_id }) => person_id === holder.value) ?? null, since: round.value?.review_taken_at ?? '' }
  })

  let taken: string | null = null
  let worked = false
  let dwell: ReturnType<typeof setTimeout> | undefined
  async function take(id: string, over = false): Promise<void> {
    if (!online.value || !mayDecide.value || (other.value && !over)) return
    taken = id
    await takeReview(id, { over }).catch(() => undefined) // a sign only: without it the review goes on
  }
  function leave(): void {
    clearTimeout(dwell)
    if (taken) void leaveReview(taken).catch(() => undefined)
    taken = null
  }
  watch([roundId, mayDecide], ([id, may], before) => {
    if (id !== before[0]) leave()
    clearTimeout(dwell)
    if (id && may) dwell = setTimeout(() => void take(id), DWELL_MS)
  }, { immediate: true })

  const atWork = (): void => { worked = true }
  const sign = setInterval(() => {
    if (worked && taken && holder.value === me()) void take(taken)
    worked = false
  }, SIGN_EVERY_MS)
  document.addEventListener('keydown', atWork)
  document.addEventListener('pointerdown', atWork)
  onScopeDispose(() => {
    clearInterval(sign)
    document.removeEventListener('keydown', atWork)
    document.removeEventListener('pointerdown', atWork)
    leave()
  })
  return { other, takeOver: () => take(roundId.value, true) }
}
