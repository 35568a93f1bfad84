import { ref, type Ref } from 'vue'
import type { SyncStatus } from '../domain/types'

/** Where the work is, in figures. */
export function useSyncStatus(): Ref<SyncStatus | null> {
  return ref(null)
}
