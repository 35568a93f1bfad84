import { ref, type Ref } from 'vue'
import type { ReviewEntry } from '../domain/types'

/** Rounds that went back to an engineer, or are sealed and still in the feed; newest first. */
export function useReviewedRounds(state: 'sent_back' | 'sealed'): Ref<readonly ReviewEntry[] | null> {
  return ref(null)
}
