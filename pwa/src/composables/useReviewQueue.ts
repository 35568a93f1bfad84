import { ref, type Ref } from 'vue'
import type { ReviewEntry } from '../domain/types'

/** Submitted rounds that wait for a supervisor, oldest first. */
export function useReviewQueue(): Ref<readonly ReviewEntry[] | null> {
  return ref(null)
}
