/** From round to round through the queue. Pure. */
import type { ReviewEntry } from '@/domain/types'
import { reviewerAt } from '@/rules/reviewHold'

type Entry = Pick<ReviewEntry, 'round'>

/** The first round that nobody else is looking at; where every one is held, the first. */
export function firstFree(entries: readonly Entry[], me: string | null, moment: number): string | null {
  const free = entries.find(({ round }) => [null, me].includes(reviewerAt(round, moment)))
  return (free ?? entries[0])?.round.id ?? null
}

/** The round after or before this one, round about; one that has left the queue is followed by the first. */
export function roundBeside(entries: readonly Entry[], current: string, by: 1 | -1): string | null {
  const at = entries.findIndex(({ round }) => round.id === current)
  const next = at < 0 ? entries[0] : entries[(at + by + entries.length) % entries.length]
  return next && next.round.id !== current ? next.round.id : null
}
