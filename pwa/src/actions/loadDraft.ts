import type { Json } from '../domain/types'

/** Read back what saveDraft kept; null when there is nothing. */
export async function loadDraft(key: string): Promise<Json> {
  throw new Error('loadDraft: not built yet')
}
