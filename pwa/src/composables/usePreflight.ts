import { ref, type Ref } from 'vue'
import type { PreflightCheck } from '../domain/types'

/** Is this phone ready for the room? One entry a check. */
export function usePreflight(roundId: Ref<string>): Ref<readonly PreflightCheck[] | null> {
  return ref(null)
}
