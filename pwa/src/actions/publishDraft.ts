import type { Decision } from '../domain/types'
import { decide } from '../sync/decide'
import { seenDocuments } from '../sync/seenRound'

/** Make the draft the next version, with exactly the items on the screen; `newestId`: the newest version that was shown. */
export async function publishDraft(id: string, itemIds: readonly string[], newestId: string | null): Promise<Decision> {
  return decide(async (db) => ({
    name: 'publish_draft', doc: id, args: { newest_id: newestId }, seen: await seenDocuments(db, [id, ...itemIds]),
  }))
}
