/**
 * Bytes, oldest first, one at a time; they never hold up operations.
 * Resumable over restarts: the upload's address is on disk before the second chunk leaves.
 */
import type { PersonDatabase } from '../db/personDatabase'
import { blobsIn } from '../db/blobs'
import type { BlobRow } from '../db/rows'
import { writing } from '../db/writing'
import { ApiError } from '../domain/errors'
import { refused } from './custody'
import type { Phone } from './phone'

const PROGRESS_STEP_MS = 1_000
const STALLED_MS = 10 * 60_000

/** Send one photo; false when there is none. Rejects when the network or the server wants a pause. */
export async function uploadOne(phone: Phone, signal: AbortSignal): Promise<boolean> {
  const row = await nextBlob(phone)
  if (row === undefined || row.blob === null) return false
  await change(phone.db, row.hash, { state: 'sending' })
  if ((await phone.db.blobs.get(row.hash)) === undefined) return true // hidden meanwhile: these pixels stay here
  try {
    await phone.wire.upload({
      blob: row.blob, hash: row.hash, mime: row.mime, upload_url: row.upload_url, signal,
      onAddress: async (upload_url) => {
        await change(phone.db, row.hash, { upload_url })
        phone.reached('upload: address stored')
      },
      onProgress: progressOf(phone, row.hash),
    })
    phone.reached('upload: received')
    await change(phone.db, row.hash, { state: 'received', sent_bytes: row.bytes, received_ms: phone.clock.now() })
  } catch (error) {
    if (!(error instanceof ApiError) || !(await settleRefusal(phone, row.hash, error))) throw error
  }
  return true
}

/** One that was begun goes first; else the oldest. */
async function nextBlob(phone: Phone): Promise<BlobRow | undefined> {
  await requeueStalled(phone)
  return (await blobsIn(phone.db, 'sending').first()) ?? (await blobsIn(phone.db, 'queued').first())
}

/** All bytes were taken, yet the photo's document never said so: nothing waits for ever (I16). */
async function requeueStalled(phone: Phone): Promise<void> {
  const received = await blobsIn(phone.db, 'received').toArray()
  const stalled = received.filter((row) => phone.clock.now() - row.received_ms > STALLED_MS)
  for (const row of stalled) await change(phone.db, row.hash, { state: 'queued', upload_url: null, sent_bytes: 0 })
}

async function change(db: PersonDatabase, hash: string, set: Partial<BlobRow>): Promise<void> {
  await writing(db, ['blobs'], async () => {
    // A pull may have brought `verified` meanwhile: custody is never taken back by our own progress.
    await db.blobs.where('hash').equals(hash).and((row) => row.state !== 'verified').modify(set)
  })
}

/** A figure for the screen; losing one costs nothing, so failures to write it are not failures. */
function progressOf(phone: Phone, hash: string): (sent_bytes: number) => void {
  let last = Number.NEGATIVE_INFINITY
  return (sent_bytes) => {
    if (phone.clock.now() - last < PROGRESS_STEP_MS) return
    last = phone.clock.now()
    change(phone.db, hash, { sent_bytes }).catch(() => undefined)
  }
}

const NEVER_TAKEN = new Set([413, 415, 422])
const BEGIN_ANEW = new Set([400, 404, 410, 460])

/** True: the server will not take these bytes, and a person has to know; the round is kept. */
async function settleRefusal(phone: Phone, hash: string, error: ApiError): Promise<boolean> {
  const final = NEVER_TAKEN.has(error.status)
  if (!final && !BEGIN_ANEW.has(error.status)) return false
  const reason = error.status === 460 ? 'hash_mismatch' : error.code
  return writing(phone.db, ['blobs'], async () => {
    const row = await phone.db.blobs.get(hash)
    if (row === undefined || row.state === 'verified') return true
    const next: BlobRow = final || error.status === 460 ? refused(row, reason) : { ...row, upload_url: null, sent_bytes: 0 }
    await phone.db.blobs.put(next)
    return next.state === 'refused'
  })
}
