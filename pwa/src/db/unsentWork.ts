/** What exists on this phone and nowhere else. */
import { blobsIn } from './blobs'
import { countToSend, entriesToSend } from './outbox'
import type { PersonDatabase } from './personDatabase'

export interface UnsentWork { readonly operations: number; readonly photos: number }

export async function unsentWork(db: PersonDatabase): Promise<UnsentWork> {
  const [operations, queued, sending] = await Promise.all([countToSend(db), blobsIn(db, 'queued').count(), blobsIn(db, 'sending').count()])
  return { operations, photos: queued + sending }
}

/** The same as the phone tells it to the server: `since` is when the oldest of it was made. */
export async function unsentSince(db: PersonDatabase): Promise<UnsentWork & { readonly since: string | null }> {
  const [work, [entry], queued, sending] = await Promise.all([unsentWork(db), entriesToSend(db, 1), blobsIn(db, 'queued').first(), blobsIn(db, 'sending').first()])
  const moments = [entry?.body.at, queued?.created_at, sending?.created_at].filter((at) => at !== undefined)
  return { ...work, since: moments.sort()[0] ?? null }
}
