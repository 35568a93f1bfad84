/** A photo as takePhoto stores it, without a canvas: any bytes will do for custody. */
import { perform } from '@/sync/perform'
import { madeRow } from '@/sync/newOperation'
import type { TestPhone } from './testPhone'
import { ROUND } from './world'

export async function photographs(phone: TestPhone, text: string): Promise<{ op: string; hash: string }> {
  const blob = new Blob([text], { type: 'image/jpeg' })
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())
  const hash = Buffer.from(digest).toString('hex')
  const pin = { asset_id: 'a1', check_key: 'lamp', purpose: 'item', hash, bytes: blob.size, width: 1, height: 1, mime: 'image/jpeg' } as const
  const op = await perform(phone, ({ op, at, by }) => {
    const args = { ...pin, taken_at: at }
    const fields = { round_id: ROUND, ticket_id: null, ...args, taken_by: by, markup: null, blob_state: 'expected', blob_reason: null, withdrawn_at: null, withdrawn_reason: null } as const
    return Promise.resolve({
      name: 'take_photo', doc: ROUND, args, round_id: ROUND, rows: [madeRow('photo', op, 'project:p1', fields)],
      blob: {
        hash, blob, thumb: blob, bytes: blob.size, mime: blob.type, state: 'queued', photo_id: op, round_id: ROUND, ticket_id: null,
        upload_url: null, sent_bytes: 0, reason: null, resent: 0, created_at: at, verified_at: null, received_ms: 0,
      },
    })
  })
  if (op === null) throw new Error('no photo')
  return { op, hash }
}
