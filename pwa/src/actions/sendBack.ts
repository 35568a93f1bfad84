import { checkText } from '../domain/limits'
import type { Decision } from '../domain/types'
import { decide } from '../sync/decide'
import { seenRound } from '../sync/seenRound'

/** Send a round back with the comments to be dealt with. */
export async function sendBack(roundId: string, commentIds: readonly string[], note: string | null): Promise<Decision> {
  checkText(note)
  return decide(async (db) => ({
    name: 'send_back', doc: roundId, args: { comment_ids: commentIds, note }, round_id: roundId, seen: await seenRound(db, roundId),
  }))
}
