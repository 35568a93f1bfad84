import type { Decision } from '../domain/types'

/** Send a round back with the comments to be dealt with. */
export async function sendBack(roundId: string, commentIds: readonly string[], note: string | null): Promise<Decision> {
  throw new Error('sendBack: not built yet')
}
