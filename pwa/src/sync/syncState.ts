/** What the leader is doing right now; every tab shows it. Nothing here is needed to go on after a restart. */
import type { Trouble } from '../domain/types'

export interface SyncState {
  readonly phase: 'idle' | 'sending' | 'pulling' | 'waiting' | 'offline'
  readonly trouble: Trouble | null
  readonly next_try_at: string | null
  /** Counts finished passes: who waits for one compares. */
  readonly passes: number
}
export const AT_REST: SyncState = { phase: 'idle', trouble: null, next_try_at: null, passes: 0 }
