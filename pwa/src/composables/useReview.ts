import { ref, type Ref } from 'vue'
import type { Review } from '../domain/types'

/** A submitted round beside the one before it. */
export function useReview(roundId: Ref<string>): Ref<Review | null> {
  return ref(null)
}
