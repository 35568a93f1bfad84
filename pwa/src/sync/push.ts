/**
 * Step 2 of docs/protocol.md: read a batch, close the transaction, offer it, settle the answer (step 8).
 * Invariant: nothing is held over the network; an operation written meanwhile simply is not in the batch.
 */
import type { NumberedOperation, PushRequest } from '../api/wire'
import { phoneState } from '../db/meta'
import { entriesToSend } from '../db/outbox'
import type { OutboxEntry, PhoneState } from '../db/rows'
import { ApiError } from '../domain/errors'
import type { Phone } from './phone'
import { settlePush } from './settlePush'

const MAX_OPERATIONS = 200
const MAX_BATCH_BYTES = 480 * 1024 // the server takes 512 KiB, the envelope included

/** `empty`: nothing to send. `again`: look for more at once. `wait`: the server asks for time. */
export type Pushed = { readonly outcome: 'empty' | 'again' } | { readonly outcome: 'wait'; readonly after_ms: number }

export async function pushOnce(phone: Phone, limit = MAX_OPERATIONS): Promise<Pushed> {
  const asked = await phoneState(phone.db)
  const batch = cutBatch(await entriesToSend(phone.db, limit))
  if (batch.length === 0) return { outcome: 'empty' }
  phone.reached('push: batch read')
  try {
    const answer = await phone.wire.push(requestOf(asked, batch))
    phone.reached('push: answered')
    const outcome = await settlePush(phone, asked, answer)
    phone.reached('push: settled')
    if (answer.stop?.reason === 'retry') return { outcome: 'wait', after_ms: answer.stop.after_ms }
    return { outcome: outcome === 'idle' ? 'empty' : 'again' }
  } catch (error) {
    // Halved until it fits. One operation alone always does: perform() refuses larger ones.
    if (error instanceof ApiError && error.status === 413 && batch.length > 1) return pushOnce(phone, Math.floor(batch.length / 2))
    throw error
  }
}

/** As many as fit, all written by one version of the app: `schema` is the batch's. */
export function cutBatch(entries: readonly OutboxEntry[]): readonly OutboxEntry[] {
  let bytes = 0
  const end = entries.findIndex((entry, k) => {
    bytes += entry.bytes + (entry.receipt?.length ?? 0)
    return k > 0 && (bytes > MAX_BATCH_BYTES || entry.schema !== entries[0]?.schema)
  })
  return end === -1 ? entries : entries.slice(0, end)
}

function requestOf(asked: PhoneState, batch: readonly OutboxEntry[]): PushRequest {
  const ops = batch.map(({ body, n, receipt }): NumberedOperation => (receipt == null ? { ...body, n } : { ...body, n, receipt }))
  return { device: asked.device, schema: batch[0]?.schema ?? 1, ops }
}
