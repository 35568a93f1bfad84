/**
 * When a clock stands still: paused for a reason that may stop it, solved until reopened, or withdrawn.
 *
 * A pause ends with the first `continued`, solution or reopening whose author had seen it; one for want of access also
 * when somebody is there. A solution and a withdrawal end with a reopening that had seen them. What nobody had seen
 * goes on.
 */
import type { ClockKind } from './clocksMilestones'
import { isMetBy, REOPENED_WITH, REOPENS, THERE } from './clocksMilestones'
import type { Step } from './clocksOrder'
import type { Why } from './clocksTypes'
import type { SlaPolicyBody } from './slaPolicy'

/** Events that can move a due time beside those that start or meet a clock. */
export const MOVERS: ReadonlySet<string> = new Set([
  ...REOPENS,
  'graded',
  'diagnosed',
  'paused',
  'continued',
  'withdrawn_by_desk',
])
const ENDS: ReadonlySet<string> = new Set([...REOPENS, 'continued', 'resolved'])
const ENDS_ACCESS: ReadonlySet<string> = new Set([...ENDS, ...THERE])
const FOUND_AGAIN: ReadonlySet<string> = new Set([...REOPENS, 'joined'])
const NOTHING: ReadonlySet<string> = new Set()

/** From one moment to another, or still; the events that began and ended it, and the place of the first. */
export interface Stop {
  readonly begin: number
  readonly end: number | null
  readonly why: Why
  readonly reason: string | null
  readonly number: number
  readonly because: readonly string[]
}

/** Every stop of this clock, as if it were never met. */
export function stopsOf(kind: ClockKind, policy: SlaPolicyBody, steps: readonly Step[]): Stop[] {
  return [...pauses(kind, policy, steps), ...solved(kind, steps), ...withdrawn(steps)]
}

/** The event that meets the milestone; for a solution, the first that no reopening has seen. */
export const standingMet = (kind: ClockKind, steps: readonly Step[]): Step | null =>
  steps.find((step) => isMetBy(kind.milestone, step) && firstToSee(step, steps, reopensOf(kind)) === null) ?? null

/** What of these lies between the clock's start and its being met, by their beginning; also what took no time. */
export function within(stops: readonly Stop[], begin: number, met: { id: string; at: number } | null): Stop[] {
  return stops
    .map((stop) => ({ ...stop, begin: Math.max(stop.begin, begin) }))
    .map((stop) =>
      met !== null && (stop.end === null || stop.end > met.at)
        ? { ...stop, end: met.at, because: [...stop.because, met.id] }
        : stop,
    )
    .filter((stop) => stop.end === null || stop.end >= stop.begin)
    .sort((a, b) => a.begin - b.begin || (a.because.join() < b.because.join() ? -1 : 1))
}

/** The event that meets the clock, where a stop was known before it that in truth came or lasted later. */
export function outrun(stops: readonly Stop[], met: Step | null, at: number | null): string[] {
  if (met === null || at === null) return []
  return stops.some((stop) => stop.number < met.number && (stop.end === null || stop.end > at)) ? [met.id] : []
}

export const lastingWithdrawal = (steps: readonly Step[]): Stop | null =>
  withdrawn(steps).find((stop) => stop.end === null) ?? null

function pauses(kind: ClockKind, policy: SlaPolicyBody, steps: readonly Step[]): Stop[] {
  return steps.flatMap((step) => {
    const reason = step.name === 'paused' ? String(step.args['reason']) : ''
    const stopped = policy.pauses[reason] ?? []
    if (!stopped.includes(kind.key) && !stopped.includes(kind.milestone)) return []
    return [stopOf(step, steps, 'paused', reason === 'access' ? ENDS_ACCESS : ENDS)]
  })
}

const solved = (kind: ClockKind, steps: readonly Step[]): Stop[] =>
  steps
    .filter((step) => isMetBy(kind.milestone, step))
    .map((step) => stopOf(step, steps, 'solved', reopensOf(kind)))
    .filter((stop) => stop.end !== null)

const reopensOf = (kind: ClockKind): ReadonlySet<string> => (REOPENED_WITH.has(kind.milestone) ? REOPENS : NOTHING)

/** By the desk; or by the rule, when no finding is left of those that raised and joined it. */
function withdrawn(steps: readonly Step[]): Stop[] {
  const left = new Set<unknown>()
  return steps.flatMap((step) => {
    const finding = step.args['finding'] ?? null
    if (step.name === 'raised' || step.name === 'joined') left.add(finding)
    if (step.name === 'withdrawn') left.delete(finding)
    if (step.name === 'withdrawn_by_desk') return [stopOf(step, steps, 'withdrawn', REOPENS)]
    return step.name === 'withdrawn' && left.size === 0 ? [stopOf(step, steps, 'withdrawn', FOUND_AGAIN)] : []
  })
}

function stopOf(step: Step, steps: readonly Step[], why: Why, endedBy: ReadonlySet<string>): Stop {
  const end = firstToSee(step, steps, endedBy)
  return {
    begin: step.moment,
    end: end?.moment ?? null,
    why,
    reason: why === 'paused' ? String(step.args['reason']) : null,
    number: step.number,
    because: end === null ? [step.id] : [step.id, end.id],
  }
}

/** The earliest moment decides, the order between equals. */
function firstToSee(step: Step, steps: readonly Step[], names: ReadonlySet<string>): Step | null {
  const seenBy = steps.filter((other) => names.has(other.name) && other.seen.has(step.id))
  return seenBy.reduce<Step | null>((best, other) => (best === null || other.moment < best.moment ? other : best), null)
}
