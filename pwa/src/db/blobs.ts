/** Bytes by the state of their custody. */
import Dexie, { type Collection } from 'dexie'
import type { PersonDatabase } from './personDatabase'
import type { BlobRow, BlobRowState } from './rows'

/** Oldest first. */
export function blobsIn(db: PersonDatabase, state: BlobRowState): Collection<BlobRow, string> {
  return db.blobs.where('[state+created_at]').between([state, Dexie.minKey], [state, Dexie.maxKey])
}

/** Everything that the server has neither verified nor refused yet. */
export async function unverifiedBlobs(db: PersonDatabase): Promise<BlobRow[]> {
  const lists = await Promise.all((['queued', 'sending', 'received'] as const).map((state) => blobsIn(db, state).toArray()))
  return lists.flat()
}

/** In one request, however many there are. */
export function blobsOfRound(db: PersonDatabase, roundId: string): Promise<BlobRow[]> {
  return db.blobs.where('[round_id+state]').between([roundId, Dexie.minKey], [roundId, Dexie.maxKey]).toArray()
}
