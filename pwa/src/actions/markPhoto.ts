import type { JsonObject, Markup, Photo } from '../domain/types'
import { act } from '../sync/act'
import { roundedPoint } from '../domain/points'
import { changed, subject } from '../sync/subjects'

/** Save the drawing on a photo; the picture itself is never touched. */
export async function markPhoto(photo: Pick<Photo, 'id'>, markup: Markup | null): Promise<void> {
  const slim = markup && { ...markup, marks: markup.marks.map((mark) => ({ ...mark, points: mark.points.map(roundedPoint) })) }
  await act(async (db) => {
    const { doc } = await subject(db, 'photo', photo.id)
    const set = changed(doc, { markup: slim }) as JsonObject | null
    if (set === null) return null
    return { name: 'mark_photo', round_id: doc.round_id, ticket_id: doc.ticket_id, edits: [{ doc: doc.id, type: 'photo', set }] }
  })
}
