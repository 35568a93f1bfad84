/**
 * Who is looking at a submitted round: a sign to the other supervisors, so that two do not tread on each other.
 * It binds nobody. Whoever gives no sign for half an hour has gone away.
 */
import type { Round } from '../domain/types'

export const HOLD_MINUTES = 30

type Held = Pick<Round, 'state' | 'reviewer_id' | 'review_taken_at'>

/** Who holds the round for review at that moment; null where nobody does, or not any more. */
export function reviewerAt({ state, reviewer_id, review_taken_at }: Held, moment: number): string | null {
  if (state !== 'submitted' || reviewer_id === null || review_taken_at === null) return null
  return moment - Date.parse(review_taken_at) < HOLD_MINUTES * 60_000 ? reviewer_id : null
}

/** True if this person holds it after taking it up: where another does, only by taking it over knowingly. */
export function isTaken(round: Held, personId: string, moment: number, { over }: { readonly over: boolean }): boolean {
  return round.state === 'submitted' && (over || [null, personId].includes(reviewerAt(round, moment)))
}
