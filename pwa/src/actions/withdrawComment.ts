import type { Comment } from '../domain/types'
import { act } from '../sync/act'
import { subject } from '../sync/subjects'

/** Take back a comment; it is kept. */
export async function withdrawComment(comment: Pick<Comment, 'id'>): Promise<void> {
  await act(async (db, { at }) => {
    const { doc } = await subject(db, 'comment', comment.id)
    if (doc.withdrawn_at !== null) return null
    return {
      name: 'withdraw_comment', doc: doc.id, args: {}, round_id: doc.round_id, patches: [{ doc: doc.id, set: { withdrawn_at: at } }],
    }
  })
}
