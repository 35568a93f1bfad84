import type { Decision } from '../domain/types'

/** Decide about an operation that was not accepted. */
export async function settleParked(op: string, choice: 'accept' | 'set_aside', note: string | null = null): Promise<Decision> {
  throw new Error('settleParked: not built yet')
}
