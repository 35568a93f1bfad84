/** When each threshold will be passed if nothing happens: a share of the limit, in counted time (T5). */
import { merged, MINUTE_MS, momentOf } from './clocksReckoning'
import type { Clock } from './clocksTypes'
import type { ClockKey, SlaPolicyBody } from './slaPolicy'
import { WorkCalendar } from './workCalendar'

/** `key` names this passing for good: a due time that moved has another one, one that did not move the same. */
export interface Threshold {
  readonly key: string
  readonly clock: ClockKey
  readonly threshold: number
  readonly at: string
  readonly escalates: boolean
}

interface Graded {
  readonly kind: string | null
  readonly severity: number | null
}

/** Of the clocks that nothing has met yet, those passed before a pause included; the first one first. */
export function thresholds(policy: SlaPolicyBody, ticket: Graded, clocks: readonly Clock[]): Threshold[] {
  const percents = percentsFor(policy, ticket)
  return clocks
    .flatMap((clock) => passingsOf(policy, clock, percents))
    .sort((a, b) => compared(a.at, b.at) || a.threshold - b.threshold || compared(a.clock, b.clock))
}

/** The first one that was not said yet; `passed` are the keys of those that were. */
export const nextAlarm = (
  policy: SlaPolicyBody,
  ticket: Graded,
  clocks: readonly Clock[],
  passed: ReadonlySet<string>,
): Threshold | null => thresholds(policy, ticket, clocks).find((one) => !passed.has(one.key)) ?? null

/** Those of the kind, else of the severity, else the project's. */
export function percentsFor(policy: SlaPolicyBody, ticket: Graded): number[] {
  const said = policy.thresholds
  const ofKind = ticket.kind === null ? undefined : said.by_kind?.[ticket.kind]
  const ofSeverity = ticket.severity === null ? undefined : said[`${ticket.severity}`]
  const own = [ofKind, ofSeverity].find((percents) => percents !== undefined && percents.length > 0) ?? said.default
  return [...new Set(own)].sort((a, b) => a - b)
}

function passingsOf(policy: SlaPolicyBody, clock: Clock, percents: readonly number[]): Threshold[] {
  if (!['running', 'paused'].includes(clock.state) || clock.started_at === null) return []
  const calendar = new WorkCalendar(policy.calendar, clock.calendar)
  const begin = Date.parse(clock.started_at)
  const gaps = merged(
    clock.stops.map((stop) => ({ begin: Date.parse(stop.begin), end: stop.end === null ? null : Date.parse(stop.end) })),
  )
  return percents.flatMap((threshold) => {
    const share = Math.floor((clock.limit_minutes * MINUTE_MS * threshold) / 100)
    const moment = momentOf(calendar, share, begin, gaps).at
    if (moment === null) return []
    const at = new Date(moment).toISOString()
    const key = `${clock.key}/${threshold}/${at}`
    return [{ key, clock: clock.key, threshold, at, escalates: threshold >= policy.escalate_at }]
  })
}

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
