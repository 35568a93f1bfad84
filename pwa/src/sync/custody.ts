/**
 * Custody of bytes: only the server's own re-computed hash, seen in a pulled photo, makes a blob `verified`.
 * That an upload ended well is not proof; a server has said success before and dropped the photo.
 */
import type { DocumentOnWire } from '../api/wire'
import type { BlobRow } from '../db/rows'
import { correctedNow } from './correctedNow'
import type { Phone } from './phone'

/** So often in all a photo may arrive damaged, a part of it or the whole, until a person is told. */
export const MAX_RESENDS = 3

/** Follow what photos in a page say of bytes that lie on this phone. */
export async function followBlobs(phone: Phone, docs: readonly DocumentOnWire[]): Promise<void> {
  const photos = docs.filter((doc) => doc.type === 'photo' && !doc.gone)
  if (photos.length === 0) return
  const now = await correctedNow(phone)
  const rows = await phone.db.blobs.bulkGet(photos.map((doc) => String(doc.fields['hash'])))
  for (const [k, doc] of photos.entries()) {
    const row = rows[k]
    const next = row && followed(row, doc, now)
    if (next) await phone.db.blobs.put(next)
  }
}

function followed(row: BlobRow, photo: DocumentOnWire, now: string): BlobRow | null {
  const reason = typeof photo.fields['blob_reason'] === 'string' ? photo.fields['blob_reason'] : null
  const said = photo.fields['blob_state']
  if (said === 'verified' && row.state !== 'verified') {
    return { ...row, state: 'verified', sent_bytes: row.bytes, verified_at: now, reason: null, upload_url: null }
  }
  return said === 'refused' && row.state !== 'verified' && row.state !== 'refused' ? refused(row, reason) : null
}

/** It arrived damaged every time, and is whole here: a person may have it tried again. Other refusals would only repeat. */
export function canSendAgain({ state, reason, blob }: BlobRow): boolean {
  return state === 'refused' && reason === 'hash_mismatch' && blob !== null
}

/** Bytes that arrived damaged are whole here: send them again. Any other reason is for a person. */
export function refused(row: BlobRow, reason: string | null): BlobRow {
  const again = reason === 'hash_mismatch' && row.resent < MAX_RESENDS && row.blob !== null
  return again
    ? { ...row, state: 'queued', upload_url: null, sent_bytes: 0, resent: row.resent + 1, reason }
    : { ...row, state: 'refused', reason }
}
