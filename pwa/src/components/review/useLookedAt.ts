import { computed, ref, watch } from 'vue'
import type { Ref } from 'vue'
import type { Review } from '@/domain/types'
import { factKey, factsOf, movedSince, pinKey } from './lookedAt'
import type { Facts } from './lookedAt'

/** Keeps what the person has looked at. New facts do not slip into a decision: they are listed until "seen" is pressed. */
export function useLookedAt(review: Ref<Review | null>, me: () => string | null) {
  const looked = ref<Facts | null>(null)
  const expected = ref<ReadonlySet<string>>(new Set())
  /** The server said that the round had moved; its news may still be on the way. */
  const stale = ref(false)

  function lookAgain(): void {
    looked.value = review.value ? factsOf(review.value.book) : null
    expected.value = new Set()
    stale.value = false
  }
  watch(() => review.value?.book.round.id, lookAgain, { immediate: true })

  /** What this person wrote here is no news to them. */
  const mine = computed(() => {
    const { comments = [], events = [] } = review.value?.book ?? {}
    const by = <Row extends { by: string | null }>(rows: readonly Row[]) => rows.filter((row) => row.by !== null && row.by === me())
    return [
      ...by(comments).map((one) => factKey('comment', pinKey(one), one.id)),
      ...by(events).map((one) => factKey('event', one.name, one.id)),
    ]
  })
  const moved = computed(() => {
    if (!looked.value || !review.value) return []
    return movedSince(looked.value, factsOf(review.value.book), new Set([...expected.value, ...mine.value]))
  })

  return {
    moved,
    stale,
    lookAgain,
    markStale: () => { stale.value = true },
    /** This person has changed these facts; they will be no news when they arrive. */
    expect(...keys: readonly string[]): void {
      expected.value = new Set([...expected.value, ...keys])
    },
  }
}
