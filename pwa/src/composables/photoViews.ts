/** Photos as screens show them: where the bytes are, in words, and how to get at a picture. */
import type { Held } from '../db/documents'
import type { PersonDatabase } from '../db/personDatabase'
import type { BlobRow } from '../db/rows'
import type { Photo, PhotoView } from '../domain/types'
import { photoUrl } from './photoUrl'

export function photoView(db: PersonDatabase, { doc, work }: Held<Photo>, blob: BlobRow | undefined): PhotoView {
  return {
    photo: doc,
    url: (size) => photoUrl(db, doc, size),
    state: photoState(doc, blob),
    sent_bytes: photoState(doc, blob) === 'verified' ? doc.bytes : (blob?.sent_bytes ?? 0),
    work,
  }
}

/** The server's word on the photo goes first; before it has one, this phone knows best where its own bytes are. */
function photoState(photo: Photo, blob: BlobRow | undefined): PhotoView['state'] {
  if (photo.blob_state === 'verified' || photo.blob_state === 'lost') return photo.blob_state
  if (blob !== undefined) return blob.state === 'queued' ? 'on_phone' : blob.state
  return photo.blob_state === 'expected' ? 'on_phone' : photo.blob_state
}

/** Oldest first, withdrawn ones left out. `blobs`: rows that lie here already, where they can be read at once. */
export async function photoViews(
  db: PersonDatabase, photos: readonly Held<Photo>[], blobs?: readonly BlobRow[],
): Promise<PhotoView[]> {
  const rows = blobs ?? (await db.blobs.bulkGet(photos.map(({ doc }) => doc.hash))).filter((row) => row !== undefined)
  const byHash = new Map(rows.map((row) => [row.hash, row]))
  const standing = photos.filter(({ doc }) => doc.withdrawn_at === null)
  standing.sort((a, b) => (a.doc.taken_at < b.doc.taken_at ? -1 : 1))
  return standing.map((photo) => photoView(db, photo, byHash.get(photo.doc.hash)))
}
