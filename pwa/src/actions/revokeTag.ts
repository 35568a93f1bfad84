import type { Decision, Tag } from '../domain/types'

/** Revoke a tag, at once replaced by a fresh one where asked. */
export async function revokeTag(tag: Pick<Tag, 'id' | 'asset_id'>, reason: string, options: { replace: boolean }): Promise<Decision> {
  throw new Error('revokeTag: not built yet')
}
