import { ref, type Ref } from 'vue'
import type { Custody } from '../domain/types'

/** Custody receipt of one round: what the server holds, file by file. */
export function useCustody(roundId: Ref<string>): Ref<Custody | null> {
  return ref(null)
}
