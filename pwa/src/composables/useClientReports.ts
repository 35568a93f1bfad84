import { ref, type Ref } from 'vue'
import type { ClientReport } from '../domain/types'

/** The sealed records that a client may read, newest first. */
export function useClientReports(): Ref<readonly ClientReport[] | null> {
  return ref(null)
}
