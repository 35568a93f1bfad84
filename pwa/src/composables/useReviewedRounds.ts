import type { Ref } from 'vue'
import type { ReviewEntry } from '../domain/types'
import { live } from './inProject'
import { reviewEntries } from './reviewEntries'

/** Rounds that went back to an engineer, or are sealed and still in the feed; newest first. */
export function useReviewedRounds(state: 'sent_back' | 'sealed'): Readonly<Ref<readonly ReviewEntry[] | null>> {
  return live(async ({ db }, projectId) => (await reviewEntries(db, projectId, state)).sort(newestFirst))
}

const since = ({ round }: ReviewEntry): number => Date.parse(round.sealed_at ?? round.submitted_at ?? round.occurrence_date)
const newestFirst = (a: ReviewEntry, b: ReviewEntry): number => since(b) - since(a)
