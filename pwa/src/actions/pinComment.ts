import type { Comment } from '../domain/types'
export interface CommentPin {
  readonly asset_id: string | null
  readonly check_key: string | null
  readonly photo_id: string | null
  readonly x: number | null
  readonly y: number | null
  readonly text: string
}

/** Pin a comment on an item or a spot of a photo. */
export async function pinComment(roundId: string, pin: CommentPin): Promise<Comment> {
  throw new Error('pinComment: not built yet')
}
