import type { Ref } from 'vue'
import { blobsIn } from '../db/blobs'
import { getDocument } from '../db/documents'
import type { PersonDatabase } from '../db/personDatabase'
import type { BlobRow } from '../db/rows'
import type { RefusedPhoto } from '../domain/types'
import { canSendAgain } from '../sync/custody'
import { live } from './live'

/** Photos whose bytes lie here and which the server does not have: each with why, and whether trying again makes sense. */
export function useRefusedPhotos(): Readonly<Ref<readonly RefusedPhoto[] | null>> {
  return live(async ({ db }) => Promise.all((await blobsIn(db, 'refused').toArray()).map((row) => refusedPhoto(db, row))))
}

async function refusedPhoto(db: PersonDatabase, row: BlobRow): Promise<RefusedPhoto> {
  const photo = await getDocument(db, 'photo', row.photo_id)
  const round = await getDocument(db, 'round', row.round_id)
  const template = await getDocument(db, 'template', round?.template_id ?? null)
  return {
    hash: row.hash, bytes: row.bytes, at: row.created_at, reason: row.reason, can_send_again: canSendAgain(row), round,
    asset: await getDocument(db, 'asset', photo?.asset_id ?? null),
    item: template?.items.find((item) => item.check_key === photo?.check_key) ?? null,
  }
}
