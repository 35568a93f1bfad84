import type { Decision } from '../domain/types'

/** Approve and seal a round, on exactly what is on the screen. */
export async function approveRound(roundId: string, reason: string | null = null): Promise<Decision> {
  throw new Error('approveRound: not built yet')
}
