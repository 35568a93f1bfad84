import type { Comment } from '../domain/types'

/** Take back a comment; it is kept. */
export async function withdrawComment(comment: Pick<Comment, 'id'>): Promise<void> {
  throw new Error('withdrawComment: not built yet')
}
