import { act } from '../sync/act'
import { subject } from '../sync/subjects'

/** Leave a round to the other supervisors; a round that was decided on is left by that. */
export async function leaveReview(roundId: string): Promise<void> {
  await act(async (db, { by }) => {
    const { doc } = await subject(db, 'round', roundId)
    if (doc.state !== 'submitted' || doc.reviewer_id !== by) return null
    const patches = [{ doc: roundId, set: { reviewer_id: null, review_taken_at: null } }]
    return { name: 'leave_review', doc: roundId, args: {}, round_id: roundId, patches }
  })
}
