import { computed, ref, watch } from 'vue'
import type { Ref } from 'vue'
import type { Review } from '@/domain/types'
import { factsOf, movedSince } from './lookedAt'
import type { Facts } from './lookedAt'

/** Keeps what the person has looked at. New facts do not slip into a decision: they are listed until "seen" is pressed. */
export function useLookedAt(review: Ref<Review | null>) {
  const looked = ref<Facts | null>(null)
  const own = ref<ReadonlySet<string>>(new Set())
  /** The server said that the round had moved; its news may still be on the way. */
  const stale = ref(false)

  watch(
    () => review.value?.book.round.id,
    () => {
      looked.value = review.value ? factsOf(review.value.book) : null
      own.value = new Set()
      stale.value = false
    },
    { immediate: true },
  )
  const moved = computed(() =>
    looked.value && review.value ? movedSince(looked.value, factsOf(review.value.book), own.value) : [],
  )

  return {
    moved,
    stale,
    markStale: () => { stale.value = true },
    /** This person is about to change these facts; they will be no news. */
    expect(...keys: readonly string[]): void {
      own.value = new Set([...own.value, ...keys])
    },
    lookAgain(): void {
      looked.value = review.value ? factsOf(review.value.book) : null
      stale.value = false
    },
  }
}
