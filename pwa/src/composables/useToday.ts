import { ref, type Ref } from 'vue'
import type { Today } from '../domain/types'

/** What to do next: rounds due and under way, sent back, coming up; own open tickets. */
export function useToday(): Ref<Today | null> {
  return ref(null)
}
