import { writing } from '../db/writing'
import { toInstant } from '../domain/instant'
import type { Json } from '../domain/types'
import { requirePhone } from '../sync/currentPhone'

/** Keep something unfinished (a half-drawn signature, text being typed) over a crash. Never sent. */
export async function saveDraft(key: string, value: Json): Promise<void> {
  const { db, clock } = requirePhone()
  await writing(db, ['drafts'], async () => {
    await db.drafts.put({ key, value, at: toInstant(clock.now()) })
  })
}
