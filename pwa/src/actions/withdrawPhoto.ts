import { checkText, MAX_REASON_CHARACTERS } from '../domain/limits'
import type { Photo } from '../domain/types'
import { act } from '../sync/act'
import { subject } from '../sync/subjects'

/** Hide a wrong photo with a reason; it is kept. */
export async function withdrawPhoto(photo: Pick<Photo, 'id'>, reason: string): Promise<void> {
  checkText(reason, MAX_REASON_CHARACTERS)
  await act(async (db, { at }) => {
    const { doc } = await subject(db, 'photo', photo.id)
    if (doc.withdrawn_at !== null) return null
    return {
      name: 'withdraw_photo',
      doc: doc.id,
      args: { reason },
      round_id: doc.round_id,
      ticket_id: doc.ticket_id,
      patches: [{ doc: doc.id, set: { withdrawn_at: at, withdrawn_reason: reason } }],
    }
  })
}
