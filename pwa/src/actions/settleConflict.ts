import type { Conflict, Decision } from '../domain/types'

/** Keep the value that stands, or take the one that was kept aside. */
export async function settleConflict(conflict: Conflict, choice: 'keep' | 'take'): Promise<Decision> {
  throw new Error('settleConflict: not built yet')
}
