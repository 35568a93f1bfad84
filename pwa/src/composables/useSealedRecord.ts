import { ref, type Ref } from 'vue'
import type { Amendment, Seal } from '../domain/types'

export interface SealedRecord { readonly seal: Seal | null; readonly amendments: readonly Amendment[] }

/** The seal of a round and what came after it, oldest first. */
export function useSealedRecord(roundId: Ref<string>): Ref<SealedRecord | null> {
  return ref(null)
}
