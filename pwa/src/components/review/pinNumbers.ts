/** Which comments go back next time, with the numbers under which they are shown; earlier ones stay readable. */
import type { Comment, RoundEvent } from '@/domain/types'

export interface NumberedComment { readonly number: number; readonly comment: Comment }
export interface PinnedComments {
  readonly open: readonly NumberedComment[]
  /** Named by a send-back already. */
  readonly returned: readonly Comment[]
}

export function pinnedComments(comments: readonly Comment[], events: readonly RoundEvent[]): PinnedComments {
  const named = new Set(events.filter(({ name }) => name === 'sent_back').flatMap(({ args }) => idsIn(args?.['comment_ids'])))
  const shown = comments
    .filter(({ withdrawn_at }) => withdrawn_at === null)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1))
  return {
    open: shown.filter(({ id }) => !named.has(id)).map((comment, at) => ({ number: at + 1, comment })),
    returned: shown.filter(({ id }) => named.has(id)),
  }
}

const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [])
