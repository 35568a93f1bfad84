import { readMeta } from '../db/meta'
import { refuseWithoutSpace } from '../db/storageSpace'
import type { PersonDatabase } from '../db/personDatabase'
import { InvalidInput } from '../domain/errors'
import type { Photo, PhotoPurpose } from '../domain/types'
import { encodePhoto } from '../photos/encodePhoto'
import { act } from '../sync/act'
import { requirePhone } from '../sync/currentPhone'
import { madeRow } from '../sync/newOperation'
import { subject } from '../sync/subjects'

export interface PhotoPin {
  readonly round_id: string | null
  readonly ticket_id: string | null
  readonly asset_id: string | null
  readonly check_key: string | null
  readonly purpose: PhotoPurpose
  /** When its original was taken, for a picture made from another one; else now. */
  readonly taken_at?: string
}

/** Asked inside the transaction; false: nothing is written. */
export type MayTake = (db: PersonDatabase) => Promise<boolean>

/**
 * Re-encode, hash and store a picture together with its operation, in one transaction.
 * Everything slow happens before it begins: a Dexie transaction ends when something else is awaited in it.
 */
export async function takePhoto(pin: PhotoPin, image: Blob, mayTake: MayTake = () => Promise.resolve(true)): Promise<Photo> {
  await refuseWithoutSpace()
  const { blob, thumb, hash, width, height } = await encodePhoto(image)
  await refuseTooLarge(requirePhone().db, blob)
  let photo: Photo | null = null
  await act(async (db, { op, at, by }) => {
    if (!(await mayTake(db))) return null
    const home = pin.round_id ?? pin.ticket_id ?? ''
    const { stream } = await subject(db, pin.round_id === null ? 'ticket' : 'round', home)
    const { asset_id, check_key, purpose, round_id, ticket_id } = pin
    const args = { asset_id, check_key, purpose, hash, bytes: blob.size, width, height, mime: blob.type, taken_at: pin.taken_at ?? at }
    const fields = {
      round_id, ticket_id, ...args, taken_by: by, markup: null, blob_state: 'expected', blob_reason: null, withdrawn_at: null, withdrawn_reason: null,
    } as const
    photo = { id: op, ...fields }
    return {
      name: 'take_photo',
      doc: home,
      args,
      round_id,
      ticket_id,
      rows: [madeRow('photo', op, stream, fields)],
      blob: {
        hash, blob, thumb, bytes: blob.size, mime: blob.type, state: 'queued', photo_id: op, round_id, ticket_id,
        upload_url: null, sent_bytes: 0, reason: null, resent: 0, created_at: at, verified_at: null, received_ms: 0,
      },
    }
  })
  if (photo === null) throw new InvalidInput('not_found')
  return photo
}

async function refuseTooLarge(db: PersonDatabase, blob: Blob): Promise<void> {
  const limit = (await readMeta(db, 'config'))?.max_photo_bytes ?? Number.POSITIVE_INFINITY
  if (blob.size > limit) throw new InvalidInput('too_large', limit)
}
