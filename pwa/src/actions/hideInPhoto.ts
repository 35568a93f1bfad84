import { documentsOfType } from '../db/documents'
import type { PersonDatabase } from '../db/personDatabase'
import { toInstant } from '../domain/instant'
import type { Photo } from '../domain/types'
import { clearDraft } from './clearDraft'
import { takePhoto } from './takePhoto'
import { withdrawPhoto } from './withdrawPhoto'

/**
 * Put a picture with parts hidden in the place of the one it was made from, whose bytes go from this phone in the same
 * transaction: they are never sent. What is left to do, withdrawing the old photo, is written down in it as well, so that a
 * browser that dies in between does it at the next start (recoverDrafts). null: they have been sent already (or are on their way), so nothing can be hidden any more.
 */
export async function hideInPhoto(photo: Photo, image: Blob, reason: string): Promise<Photo | null> {
  const { round_id, ticket_id, asset_id, check_key, purpose, taken_at } = photo
  const asked = { sent: false }
  try {
    const hidden = await takePhoto({ round_id, ticket_id, asset_id, check_key, purpose, taken_at }, image, async (db) => {
      const kept = await db.blobs.get(photo.hash)
      asked.sent = kept?.state !== 'queued'
      if (asked.sent) return false
      if (!(await isShownElsewhere(db, photo))) await db.blobs.delete(photo.hash)
      await db.drafts.put({ key: withdrawalOf(photo), value: reason, at: toInstant(Date.now()) })
      return true
    })
    await withdrawPhoto(photo, reason)
    await clearDraft(withdrawalOf(photo))
    return hidden
  } catch (error) {
    if (asked.sent) return null
    throw error
  }
}

const withdrawalOf = ({ id }: Photo): string => `withdraw/${id}`

/** The same picture pinned in another place needs its bytes. */
async function isShownElsewhere(db: PersonDatabase, { id, hash }: Photo): Promise<boolean> {
  return (await documentsOfType(db, 'photo')).some((other) => other.hash === hash && other.id !== id && other.withdrawn_at === null)
}
