import { checkText } from '../domain/limits'
import type { Decision } from '../domain/types'
import { decide } from '../sync/decide'
import { seenRound } from '../sync/seenRound'

/** Approve and seal a round, on exactly what is on the screen. `reason`: why, although phones may hold more. */
export async function approveRound(roundId: string, reason: string | null = null): Promise<Decision> {
  checkText(reason)
  return decide(async (db) => ({
    name: 'approve_round', doc: roundId, args: { reason }, round_id: roundId, seen: await seenRound(db, roundId),
  }))
}
