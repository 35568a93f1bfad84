/** What exists on this phone and nowhere else. */
import { countToSend } from './outbox'
import type { PersonDatabase } from './personDatabase'

export interface UnsentWork { readonly operations: number; readonly photos: number }

export async function unsentWork(db: PersonDatabase): Promise<UnsentWork> {
  const [operations, photos] = await Promise.all([
    countToSend(db),
    db.blobs.where('[state+created_at]').between(['queued'], ['queued', []]).count()
      .then(async (queued) => queued + (await db.blobs.where('[state+created_at]').between(['sending'], ['sending', []]).count())),
  ])
  return { operations, photos }
}
