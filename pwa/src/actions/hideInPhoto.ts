import type { Photo } from '../domain/types'
import { takePhoto } from './takePhoto'
import { withdrawPhoto } from './withdrawPhoto'

/**
 * Put a picture with parts hidden in the place of the one it was made from, whose bytes go from this phone in the same
 * transaction: they are never sent. null: they have been sent already (or are on their way), so nothing can be hidden any more.
 */
export async function hideInPhoto(photo: Photo, image: Blob, reason: string): Promise<Photo | null> {
  const { round_id, ticket_id, asset_id, check_key, purpose } = photo
  const asked = { sent: false }
  try {
    const hidden = await takePhoto({ round_id, ticket_id, asset_id, check_key, purpose }, image, async (db) => {
      const kept = await db.blobs.get(photo.hash)
      asked.sent = kept?.state !== 'queued'
      if (!asked.sent) await db.blobs.delete(photo.hash)
      return !asked.sent
    })
    await withdrawPhoto(photo, reason)
    return hidden
  } catch (error) {
    if (asked.sent) return null
    throw error
  }
}
