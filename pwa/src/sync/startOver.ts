/**
 * A new incarnation: the server's history is not the one we knew (restored from a backup).
 * What it told us counts no more, though it stays on the screen until the new history was shown to its end;
 * what we told it is offered again, ids unchanged, with the receipts that it gave us, for as long as we keep it.
 */
import { changePhoneState } from '../db/meta'
import { entriesInOrder } from '../db/outbox'
import type { OutboxEntry } from '../db/rows'
import type { Phone } from './phone'
import { recompute } from './recompute'

export async function startOver(phone: Phone, inc: string): Promise<void> {
  const { db } = phone
  await db.cursors.clear()
  await db.documents.filter((row) => row.rev > 0).modify({ old: 1 })
  await changePhoneState(db, { inc })
  phone.reached('start over: base set aside')
  const kept = await entriesInOrder(db)
  await db.outbox.bulkPut(
    kept.map((entry) => ({
      ...entry, state: 'queued', to_send: 1, result: null, receipt: lastReceipt(entry), acknowledged_at: '', pending_docs: entry.docs,
    })),
  )
  await recompute(db, new Set(kept.flatMap((entry) => entry.docs)))
  await db.blobs.filter((row) => row.blob !== null && row.state !== 'queued').modify({ state: 'queued', upload_url: null, sent_bytes: 0, verified_at: null })
}

/** Restored a second time before it answered: the receipt of the first history is still the server's word. */
const lastReceipt = (entry: OutboxEntry): string | null => entry.result?.receipt ?? entry.receipt ?? null
