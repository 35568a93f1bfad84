/**
 * What left the feed long ago is fetched when somebody looks for it, and lies among the documents until the app is opened anew:
 * so every list and page shows it as it shows the rest (docs/protocol.md, "Retirement").
 */
import type { DocumentOnWire } from '../api/wire'
import { SYNC_WRITE_TIMEOUT_MS, writing } from '../db/writing'
import { forgetThumbs, keepWorkedOn, KEPT_FOR_WORK, LOOKED_AT } from './leaving'
import type { Base } from './overlay'
import type { Phone } from './phone'
import { recompute } from './recompute'

export interface RetiredDocuments { readonly stream: string; readonly docs: readonly DocumentOnWire[] }

/** What the feed shows is newer, and stays as it is. */
export async function showRetired({ db }: Phone, { stream, docs }: RetiredDocuments): Promise<void> {
  await writing(db, ['documents', 'outbox', 'cursors'], async () => {
    if ((await db.cursors.get(stream)) === undefined) return // the person has left the project meanwhile
    const rows = await db.documents.bulkGet(docs.map(({ id }) => id))
    const bases = docs.flatMap((doc, k): [string, Base][] => {
      const row = rows[k]
      if (row !== undefined && row.rev > 0 && row.old !== LOOKED_AT && row.old !== KEPT_FOR_WORK) return []
      const old = row?.old === KEPT_FOR_WORK ? KEPT_FOR_WORK : LOOKED_AT
      return [[doc.id, { type: doc.type, stream, rev: doc.rev, fields: doc.fields, writers: doc.writers, old }]]
    })
    await recompute(db, [], new Map(bases))
  }, SYNC_WRITE_TIMEOUT_MS)
}

/** What was looked at the last time the app was open; under own work it stays. */
export async function tidyUp({ db }: Phone): Promise<void> {
  await writing(db, ['documents', 'outbox', 'blobs'], async () => {
    const ids = await db.documents.where('old').equals(LOOKED_AT).primaryKeys()
    const kept = await keepWorkedOn(db, ids)
    const gone = ids.filter((id) => !kept.has(id))
    if (gone.length === 0) return
    await recompute(db, [], new Map<string, Base | null>(gone.map((id) => [id, null])))
    await forgetThumbs(db, gone)
  }, SYNC_WRITE_TIMEOUT_MS)
}
