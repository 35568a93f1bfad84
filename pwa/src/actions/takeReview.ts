import { isTaken } from '../rules/reviewHold'
import { act } from '../sync/act'
import { subject } from '../sync/subjects'

/** Show the other supervisors that one is looking at this round. `over`: although another is. */
export async function takeReview(roundId: string, { over = false } = {}): Promise<void> {
  await act(async (db, { at, by }) => {
    const { doc } = await subject(db, 'round', roundId)
    if (!isTaken(doc, by, Date.parse(at), { over })) return null
    const patches = [{ doc: roundId, set: { reviewer_id: by, review_taken_at: at } }]
    return { name: 'take_review', doc: roundId, args: { over }, round_id: roundId, patches }
  })
}
