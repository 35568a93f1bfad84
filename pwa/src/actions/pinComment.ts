import { InvalidInput } from '../domain/errors'
import { checkText } from '../domain/limits'
import type { Comment } from '../domain/types'
import { answerId } from '../rules/ids'
import { act } from '../sync/act'
import { madeRow } from '../sync/newOperation'
import { subject } from '../sync/subjects'

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
  checkText(pin.text)
  let comment: Comment | null = null
  await act(async (db, { op, at, by }) => {
    const { stream } = await subject(db, 'round', roundId)
    const { asset_id, check_key, photo_id, x, y, text } = pin
    const args = { asset_id, check_key, photo_id, x, y, text }
    const answer_id = check_key === null ? null : answerId(roundId, asset_id, check_key)
    const fields = { round_id: roundId, answer_id, ...args, by, at, withdrawn_at: null }
    comment = { id: op, ...fields }
    return { name: 'pin_comment', doc: roundId, args, round_id: roundId, rows: [madeRow('comment', op, stream, fields)] }
  })
  if (comment === null) throw new InvalidInput('not_found')
  return comment
}
