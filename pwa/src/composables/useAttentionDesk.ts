import { ref, type Ref } from 'vue'
import type { AttentionEntry } from '../domain/types'

export interface AttentionDesk {
  readonly entries: Ref<readonly AttentionEntry[] | null>
  /** Error code of the last try, null when it worked. */
  readonly trouble: Ref<string | null>
  reload(): Promise<void>
}

/** Everybody's parked and waiting operations of the chosen project; read online. */
export function useAttentionDesk(): AttentionDesk {
  return { entries: ref(null), trouble: ref(null), reload: () => Promise.resolve() }
}
