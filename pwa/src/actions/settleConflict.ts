import { documentsOf } from '../db/documents'
import type { Conflict, Decision } from '../domain/types'
import { decide } from '../sync/decide'
import { seenDocuments } from '../sync/seenRound'

/** Keep the value that stands, or take the one that was kept aside. Every other open value of the field is settled with it. */
export async function settleConflict(conflict: Conflict, choice: 'keep' | 'take'): Promise<Decision> {
  return decide(async (db) => {
    const { doc_id, field } = conflict
    const open = (await documentsOf(db, 'conflict', 'lookup', doc_id)).filter((row) => row.field === field && row.state === 'open')
    const conflicts = [...new Set([conflict.id, ...open.map((row) => row.id)])].sort()
    return {
      name: 'settle_conflict',
      doc: doc_id,
      args: { field, choice, take: choice === 'take' ? conflict.id : null, conflicts },
      round_id: conflict.round_id,
      seen: await seenDocuments(db, [doc_id, ...conflicts]),
    }
  })
}
