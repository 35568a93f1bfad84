import type { Json } from '../domain/types'

/** Keep something unfinished (a half-drawn signature, text being typed) over a crash. Never sent. */
export async function saveDraft(key: string, value: Json): Promise<void> {
  throw new Error('saveDraft: not built yet')
}
