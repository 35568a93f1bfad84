/** What the supervisor pinned, point by point: the old beside the new, and whether it was dealt with. Pure. */
import type { Comment, ItemCell, PhotoView, ReturnReason, RoundBook } from '@/domain/types'
import { cellKey } from '@/rules/items'
import type { SignedAnswer, SignedContent } from '@/rules/signedContent'
import { ANSWER_FIELDS } from '@/rules/signedFields'

export interface SentBackPoint {
  readonly n: number
  readonly comment: Comment
  readonly reason: ReturnReason | null
  /** null: it is about the round, not about an item. */
  readonly cell: ItemCell | null
  readonly photo: PhotoView | null
  /** Which of the item's photos it is pinned on, from 1. */
  readonly photo_n: number
  readonly new_photo: PhotoView | null
  /** As it was signed when it was sent back. */
  readonly before: SignedAnswer | null
  readonly done_at: string | null
}
/** When a point was dealt with on this phone, by the comment's id: clocks differ, this does not. */
export type DealtWith = Readonly<Record<string, string>>

export function sentBackPoints(book: RoundBook, dealt: DealtWith): SentBackPoint[] {
  const back = book.sent_back
  if (!back) return []
  const cells = [...book.sheets.flatMap((sheet) => sheet.cells), ...book.round_cells]
  const signed = signedAnswers(book)
  return back.comments
    .filter((comment) => comment.withdrawn_at === null)
    .map((comment, at) => {
      const key = comment.check_key === null ? null : cellKey(comment.asset_id, comment.check_key)
      const cell = cells.find((one) => one.key === key) ?? null
      const photos = cell?.photos ?? book.photos
      const photo_at = photos.findIndex((view) => view.photo.id === comment.photo_id)
      const new_photo = photos.filter((view) => isAfter(view.photo.taken_at, back.at) && view.photo.id !== comment.photo_id).at(-1) ?? null
      const reason = back.reasons[comment.id] ?? null
      const point = { n: at + 1, comment, reason, cell, photo: photos[photo_at] ?? null, photo_n: photo_at + 1, new_photo, before: signed.get(key ?? '') ?? null }
      return { ...point, done_at: doneAt(point, dealt, back.at) }
    })
}

function doneAt(point: Omit<SentBackPoint, 'done_at'>, dealt: DealtWith, since: string): string | null {
  const { cell, comment, new_photo, before } = point
  if (cell && !cell.filled) return null
  const marked = dealt[comment.id]
  if (marked) return marked
  if (new_photo && comment.photo_id !== null) return new_photo.photo.taken_at
  if (!cell) return null
  return isAfter(cell.saved_at, since) && differs(cell, before) ? cell.saved_at : null
}

function differs({ answer }: ItemCell, before: SignedAnswer | null): boolean {
  return ANSWER_FIELDS.some((field) => JSON.stringify(answer?.[field] ?? null) !== JSON.stringify(before?.[field] ?? null))
}

function signedAnswers(book: RoundBook): Map<string, SignedAnswer> {
  const copy = book.signed.engineer ?? book.signed.client
  if (!copy) return new Map()
  const { answers } = JSON.parse(copy.content) as SignedContent
  return new Map(answers.map((answer) => [cellKey(answer.asset_id, answer.check_key), answer]))
}

const isAfter = (at: string | null, since: string): boolean => at !== null && Date.parse(at) > Date.parse(since)
