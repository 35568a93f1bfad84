import { ref, type Ref } from 'vue'
import type { Attention } from '../domain/types'

/** What needs a decision: conflicts, refused and waiting operations. */
export function useAttention(): Ref<Attention | null> {
  return ref(null)
}
