import { checkText, MAX_REASON_CHARACTERS } from '../domain/limits'
import type { Decision, Tag } from '../domain/types'
import { decide } from '../sync/decide'
import { freshTag } from '../sync/freshTag'
import { seenDocuments } from '../sync/seenRound'

/** Revoke a tag, at once replaced by a fresh one where asked: whoever scans the old label learns what replaced it. */
export async function revokeTag(tag: Pick<Tag, 'id'>, reason: string, { replace }: { replace: boolean }): Promise<Decision> {
  checkText(reason, MAX_REASON_CHARACTERS)
  return decide(async (db) => {
    const fresh = replace ? await freshTag(db) : null
    const args = { reason, replacement: fresh && { ...fresh } }
    return { name: 'revoke_tag', doc: tag.id, args, seen: await seenDocuments(db, [tag.id]) }
  })
}
