/**
 * A stream that the person may no longer see, or whose history began anew: its base goes, own work stays.
 * Operations on it remain in the outbox; the server parks them, and a person sees them (P9).
 */
import type { PersonDatabase } from '../db/personDatabase'
import type { Base } from './overlay'
import { recompute } from './recompute'

export async function clearStream(db: PersonDatabase, stream: string): Promise<void> {
  const ids = await db.documents.where('stream').equals(stream).primaryKeys()
  await recompute(db, [], new Map<string, Base | null>(ids.map((id) => [id, null])))
}

export async function dropStream(db: PersonDatabase, stream: string): Promise<void> {
  await clearStream(db, stream)
  await db.cursors.delete(stream)
}
