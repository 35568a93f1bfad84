/** How the contract's times were kept: figures per severity and clock, for the board and the statistics. */
import type { Severity } from '../domain/types'
import { CLOCKS } from './clocksMilestones'
import type { Clock } from './clocksTypes'
import type { ClockKey } from './slaPolicy'

/** Minutes are counted ones, from the clock's start to its being met. `running` counts the paused ones too. */
export interface ClockFigures {
  readonly severity: Severity | null
  readonly clock: ClockKey
  readonly met: number
  readonly missed: number
  readonly running: number
  readonly median: number | null
  readonly worst: number | null
}

interface Judged {
  readonly severity: Severity | null
  readonly clocks: readonly Pick<Clock, 'key' | 'state' | 'took_minutes'>[]
}

/**
 * Rows by severity (not graded last), then in the clocks' own order.
 * What never started or was withdrawn is in no figure.
 */
export function clockFigures(tickets: readonly Judged[]): ClockFigures[] {
  return ([1, 2, 3, 4, null] as const).flatMap((severity) => {
    const clocks = tickets.filter((ticket) => ticket.severity === severity).flatMap((ticket) => ticket.clocks)
    const counted = clocks.filter(({ state }) => state !== 'waiting' && state !== 'cancelled')
    return CLOCKS.flatMap(({ key }) => {
      const of = counted.filter((clock) => clock.key === key)
      return of.length === 0 ? [] : [{ severity, clock: key, ...figuresOf(of) }]
    })
  })
}

function figuresOf(clocks: Judged['clocks']): Omit<ClockFigures, 'severity' | 'clock'> {
  const count = (...states: readonly string[]): number => clocks.filter(({ state }) => states.includes(state)).length
  const took = clocks.flatMap(({ took_minutes }) => took_minutes ?? []).sort((a, b) => a - b)
  return {
    met: count('met'),
    missed: count('missed'),
    running: count('running', 'paused'),
    median: medianOf(took),
    worst: took.at(-1) ?? null,
  }
}

function medianOf(sorted: readonly number[]): number | null {
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
