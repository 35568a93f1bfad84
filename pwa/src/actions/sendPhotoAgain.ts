import { writing } from '../db/writing'
import { canSendAgain } from '../sync/custody'
import { askForSync, requirePhone } from '../sync/currentPhone'
import { LOCAL_CHANGE } from '../sync/syncLoop'

/** Try once more with a photo that arrived damaged every time: on this phone it is whole. */
export async function sendPhotoAgain(hash: string): Promise<void> {
  const { db } = requirePhone()
  await writing(db, ['blobs'], async () => {
    const row = await db.blobs.get(hash)
    if (row === undefined || !canSendAgain(row)) return
    await db.blobs.put({ ...row, state: 'queued', upload_url: null, sent_bytes: 0, resent: 0, reason: null })
  })
  askForSync(LOCAL_CHANGE)
}
