import { checkText } from '../domain/limits'
import type { Decision, ReturnReasons } from '../domain/types'
import { decide } from '../sync/decide'
import { seenRound } from '../sync/seenRound'

/** Send a round back with the comments to be dealt with, each with its reason. */
export async function sendBack(roundId: string, reasons: ReturnReasons, note: string | null): Promise<Decision> {
  checkText(note)
  const args = { comment_ids: Object.keys(reasons), reasons, note }
  return decide(async (db) => ({
    name: 'send_back', doc: roundId, args, round_id: roundId, seen: await seenRound(db, roundId),
  }))
}
