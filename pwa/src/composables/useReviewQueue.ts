import type { Ref } from 'vue'
import type { ReviewEntry } from '../domain/types'
import { live } from './inProject'
import { reviewEntries } from './reviewEntries'

/** Submitted rounds that wait for a supervisor, oldest first. */
export function useReviewQueue(): Readonly<Ref<readonly ReviewEntry[] | null>> {
  return live(async ({ db }, projectId) => (await reviewEntries(db, projectId, 'submitted')).sort(oldestFirst))
}

const oldestFirst = (a: ReviewEntry, b: ReviewEntry): number => Date.parse(a.submitted_at ?? '') - Date.parse(b.submitted_at ?? '')
