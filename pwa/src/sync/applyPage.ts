/**
 * Step 9 of docs/protocol.md: base and cursor of one page in one transaction, so that applying it twice changes nothing (I4)
 * and stopping after it loses nothing. A page whose request's cursor is not the present one is late: ignored.
 */
import type { Cursor, DocumentOnWire, Page } from '../api/wire'
import type { PersonDatabase } from '../db/personDatabase'
import { SYNC_WRITE_TIMEOUT_MS, writing } from '../db/writing'
import { followBlobs } from './custody'
import { setAside } from './dropStream'
import { forgetThumbs, keepWorkedOn } from './leaving'
import type { Base } from './overlay'
import type { Phone } from './phone'
import { recompute } from './recompute'

export async function applyPage(phone: Phone, page: Page, asked: Cursor | undefined): Promise<boolean> {
  const { db } = phone
  const work = async (): Promise<boolean> => {
    const cursor = await db.cursors.get(page.stream)
    if (cursor?.e !== asked?.e || cursor?.s !== asked?.s) return false
    if (page.reset) await setAside(db, page.stream)
    if (page.docs.length > 0) {
      const kept = await keepWorkedOn(db, page.docs.filter(({ gone }) => gone).map(({ id }) => id))
      const bases = new Map(page.docs.filter(({ id }) => !kept.has(id)).map((doc) => [doc.id, baseOf(doc, page.stream)]))
      await recompute(db, await pendingParents(db, page.docs), bases)
      await followBlobs(phone, page.docs)
      await forgetThumbs(db, page.docs.filter(({ gone, type }) => gone && type === 'photo').map(({ id }) => id))
    }
    await db.cursors.put({ stream: page.stream, e: page.e, s: page.next })
    return true
  }
  return writing(db, ['meta', 'documents', 'outbox', 'blobs', 'cursors'], work, SYNC_WRITE_TIMEOUT_MS)
}

function baseOf(doc: DocumentOnWire, stream: string): Base | null {
  return doc.gone ? null : { type: doc.type, stream, rev: doc.rev, fields: doc.fields, writers: doc.writers }
}

/** Rounds and tickets with own unreflected events: their state folds in the events that just came. */
async function pendingParents(db: PersonDatabase, docs: readonly DocumentOnWire[]): Promise<string[]> {
  const pending = new Set(await db.outbox.orderBy('pending_docs').uniqueKeys())
  if (pending.size === 0) return []
  const parents = docs.flatMap((doc) => [doc.fields['round_id'], doc.fields['ticket_id']])
  return [...new Set(parents)].filter((id): id is string => typeof id === 'string' && pending.has(id))
}
