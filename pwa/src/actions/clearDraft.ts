/** Forget a draft that has become an operation, or was dropped by the person. */
export async function clearDraft(key: string): Promise<void> {
  throw new Error('clearDraft: not built yet')
}
