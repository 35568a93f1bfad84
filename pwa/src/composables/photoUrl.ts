/** Addresses of pictures: from this phone's bytes where they are, else the server's. */
import type { PersonDatabase } from '../db/personDatabase'
import type { Photo } from '../domain/types'

const MOST_KEPT = 300
/** Newest last. An object URL holds its bytes in memory until it is revoked. */
const kept = new Map<string, string>()

export async function photoUrl(db: PersonDatabase, photo: Photo, size: 'thumb' | 'large'): Promise<string | null> {
  const key = `${photo.hash}/${size}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const row = await db.blobs.get(photo.hash).catch(() => undefined)
  const bytes = size === 'thumb' ? (row?.thumb ?? row?.blob) : row?.blob
  if (bytes) return keep(key, URL.createObjectURL(bytes))
  if (photo.blob_state !== 'verified' || navigator.onLine === false) return null
  return `/api/photos/${photo.id}/image?size=${size}`
}

function keep(key: string, url: string): string {
  kept.set(key, url)
  const [oldest] = kept
  if (kept.size > MOST_KEPT && oldest !== undefined) {
    kept.delete(oldest[0])
    URL.revokeObjectURL(oldest[1])
  }
  return url
}
