import type { Decision } from '../domain/types'
import { decide } from '../sync/decide'

/** Let an operation go on whose cause never came. */
export async function releaseWaiting(op: string): Promise<Decision> {
  return decide(() => Promise.resolve({ name: 'release_waiting', doc: null, args: { op }, seen: {} }))
}
