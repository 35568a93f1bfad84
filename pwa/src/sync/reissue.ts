/**
 * The server holds another operation under this id (a broken random source, a tampered database).
 * Our body lies safely in its `refused`; here it gets a new id, once, and is offered as new.
 */
import { v7 } from 'uuid'
import { changePhoneState, phoneState } from '../db/meta'
import type { OutboxEntry } from '../db/rows'
import type { Phone } from './phone'
import { recompute } from './recompute'

export async function reissue(phone: Phone, entry: OutboxEntry): Promise<void> {
  const { db } = phone
  const { next_n } = await phoneState(db)
  const op = v7()
  // Rows that the operation makes carry its id, and so does its entry in `docs`: one id for another everywhere.
  const renamed = JSON.parse(JSON.stringify(entry).replaceAll(entry.op, op)) as OutboxEntry
  await db.outbox.delete(entry.op)
  await db.outbox.add({ ...renamed, n: next_n, state: 'queued', to_send: 1, result: null, receipt: null, reissued_from: entry.op })
  await changePhoneState(db, { next_n: next_n + 1 })
  await db.blobs.where('photo_id').equals(entry.op).modify({ photo_id: op })
  await recompute(db, [...entry.docs, ...renamed.docs])
}
