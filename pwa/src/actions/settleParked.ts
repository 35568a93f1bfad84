import { checkText } from '../domain/limits'
import type { Decision } from '../domain/types'
import { decide } from '../sync/decide'

/** Decide about an operation that was not accepted. Its body is kept either way. */
export async function settleParked(op: string, choice: 'accept' | 'set_aside', note: string | null = null): Promise<Decision> {
  checkText(note)
  return decide(() => Promise.resolve({ name: 'settle_parked', doc: null, args: { op, choice, note }, seen: {} }))
}
