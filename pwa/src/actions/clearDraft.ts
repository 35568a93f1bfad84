import { writing } from '../db/writing'
import { requirePhone } from '../sync/currentPhone'

/** Forget a draft that has become an operation, or was dropped by the person. */
export async function clearDraft(key: string): Promise<void> {
  const { db } = requirePhone()
  await writing(db, ['drafts'], () => db.drafts.delete(key))
}
