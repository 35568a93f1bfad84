/** What exists on this phone and nowhere else. */
import { blobsIn } from './blobs'
import { countToSend } from './outbox'
import type { PersonDatabase } from './personDatabase'

export interface UnsentWork { readonly operations: number; readonly photos: number }

export async function unsentWork(db: PersonDatabase): Promise<UnsentWork> {
  const [operations, queued, sending] = await Promise.all([countToSend(db), blobsIn(db, 'queued').count(), blobsIn(db, 'sending').count()])
  return { operations, photos: queued + sending }
}
