import type { Json } from '../domain/types'
import { requirePhone } from '../sync/currentPhone'

/** Read back what saveDraft kept; null when there is nothing. */
export async function loadDraft(key: string): Promise<Json> {
  return (await requirePhone().db.drafts.get(key))?.value ?? null
}
