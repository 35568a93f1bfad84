import type { Decision } from '../domain/types'
import { decide } from '../sync/decide'
import { seenDocuments } from '../sync/seenRound'

/** Give a draft up; `dropped` false takes it back. */
export async function dropDraft(id: string, dropped: boolean): Promise<Decision> {
  return decide(async (db) => ({ name: 'drop_draft', doc: id, args: { dropped }, seen: await seenDocuments(db, [id]) }))
}
