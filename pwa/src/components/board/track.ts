/** The bar of one ticket: where its deadlines lie in the next hours. Pure: shares of the width, 0 to 100. */
import type { BoardTicket, TicketClock } from '@/domain/types'

export const HORIZON_MS = 4 * 3_600_000
export const URGENT_MS = 3_600_000
/** Two words closer than this would lie on each other. */
const WORD = 15

export interface TrackPoint {
  readonly key: TicketClock['key']
  readonly at: number
  readonly due_at: string
  /** Further away than the bar is long. */
  readonly beyond: boolean
  /** Whether there is room for its words. */
  readonly said: boolean
}
export interface Track { readonly first: TrackPoint | null; readonly rest: readonly TrackPoint[]; readonly late: boolean; readonly thick: boolean }

export function trackOf({ clocks }: Pick<BoardTicket, 'clocks'>, nowMs: number): Track {
  const running = clocks.filter((clock) => clock.state === 'running' && clock.due_at !== null)
  const due = running.map(({ key, milestone, due_at }) => ({ key, milestone, due_at: due_at ?? '', ms: Date.parse(due_at ?? '') })).sort((a, b) => a.ms - b.ms)
  /** The matrix and the promise of one milestone: the earlier one is the deadline. */
  const once = due.filter((one, index) => due.findIndex(({ milestone }) => milestone === one.milestone) === index)
  let taken = -WORD
  const points = once.map(({ key, due_at, ms }): TrackPoint => {
    const at = Math.min(Math.max(((ms - nowMs) / HORIZON_MS) * 100, 0), 100)
    const said = at - taken >= WORD && (taken < 0 || ms - nowMs <= HORIZON_MS)
    if (said) taken = at
    return { key, at, due_at, beyond: ms - nowMs > HORIZON_MS, said }
  })
  const [first = null, ...rest] = points
  const left = once[0] === undefined ? Infinity : once[0].ms - nowMs
  return { first, rest: rest.filter(({ beyond }) => !beyond), late: left <= 0, thick: left <= URGENT_MS }
}
