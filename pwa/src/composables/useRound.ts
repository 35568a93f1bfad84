import { ref, type Ref } from 'vue'
import type { RoundBook } from '../domain/types'

/** A round with everything that hangs on it, joined. */
export function useRound(id: Ref<string>): Ref<RoundBook | null> {
  return ref(null)
}
