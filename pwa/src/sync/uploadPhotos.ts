/**
 * Bytes, oldest first, one at a time; they never hold up operations.
 * Resumable over restarts: the upload's address is on disk before the second chunk leaves.
 * Damaged on the way (460): the part is sent again where it was; `whole_file`: all of it, at a new address.
 */
import type { PersonDatabase } from '../db/personDatabase'
import { blobsIn } from '../db/blobs'
import type { BlobRow } from '../db/rows'
import { writing } from '../db/writing'
import { ApiError } from '../domain/errors'
import { MAX_RESENDS, refused } from './custody'
import type { Phone } from './phone'

const PROGRESS_STEP_MS = 1_000
/** The server may take its time to look at a picture; asking costs one HEAD, and no bytes unless it lost them. */
const STALLED_MS = 6 * 3_600_000

/** Send one photo; false when there is none. Rejects when the network or the server wants a pause. */
export async function uploadOne(phone: Phone, signal: AbortSignal): Promise<boolean> {
  const row = await nextBlob(phone)
  if (row === undefined || row.blob === null) return false
  if (row.state === 'queued') await change(phone.db, row.hash, { state: 'sending' })
  if ((await phone.db.blobs.get(row.hash)) === undefined) return true // hidden meanwhile: these pixels stay here
  try {
    await phone.wire.upload({
      blob: row.blob, hash: row.hash, mime: row.mime, upload_url: row.upload_url, signal,
      onAddress: async (upload_url) => {
        await change(phone.db, row.hash, { upload_url, state: 'sending', sent_bytes: 0 })
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

/** One that was begun goes first; else the oldest; with nothing to send, one that the server has said nothing of. */
async function nextBlob(phone: Phone): Promise<BlobRow | undefined> {
  return (await blobsIn(phone.db, 'sending').first()) ?? (await blobsIn(phone.db, 'queued').first()) ?? stalled(phone)
}

/**
 * All bytes were taken, yet the photo's document never said so: nothing waits for ever (I16). Its upload is asked
 * about at the address it has; bytes leave again only if the server does not know it any more.
 */
async function stalled(phone: Phone): Promise<BlobRow | undefined> {
  const before = phone.clock.now() - STALLED_MS
  return blobsIn(phone.db, 'received').filter((row) => row.received_ms < before && row.blob !== null).first()
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
const BEGIN_ANEW = new Set([400, 404, 410])
const DAMAGED = 460

/** True: the server will not take these bytes, and a person has to know; the round is kept. */
async function settleRefusal(phone: Phone, hash: string, error: ApiError): Promise<boolean> {
  return writing(phone.db, ['blobs'], async () => {
    const row = await phone.db.blobs.get(hash)
    if (row === undefined || row.state === 'verified') return true
    const next = afterRefusal(row, error)
    await phone.db.blobs.put(next)
    return next.state === 'refused'
  })
}

function afterRefusal(row: BlobRow, error: ApiError): BlobRow {
  if (NEVER_TAKEN.has(error.status)) return refused(row, error.code)
  if (BEGIN_ANEW.has(error.status)) return { ...row, upload_url: null, sent_bytes: 0 }
  if (error.status !== DAMAGED) return row
  if (error.reason === 'whole_file' || row.resent >= MAX_RESENDS) return refused(row, 'hash_mismatch')
  return { ...row, resent: row.resent + 1 } // the address stays: HEAD says where to go on
}
