/** Events that came out of order or contradict each other: accepted, and said so (never refused). */
import { REOPENS, SENT, THERE } from './clocksMilestones'
import type { Course, Step } from './clocksOrder'
import type { ClockFlag } from './clocksTypes'

/** Skew is measured at a sync and drifts until the next: a phone that is right is some seconds ahead at times. */
const TOLERATED_AHEAD_MS = 120_000
const CONTINUED: ReadonlySet<string> = new Set(['continued'])

/** In the order of the events; an event may have several. */
export function flagsOf(course: Course): ClockFlag[] {
  const { steps } = course
  return steps.flatMap((step, place) =>
    oddities(step, steps.slice(0, place), course).map((flag) => ({ event: step.id, flag })),
  )
}

function oddities(step: Step, before: readonly Step[], course: Course): string[] {
  const came = (names: Iterable<string>): boolean => {
    const wanted = new Set(names)
    return before.some((earlier) => wanted.has(earlier.name))
  }
  const odd: [boolean, string][] = [
    [step.said - step.received > TOLERATED_AHEAD_MS, 'time_ahead'],
    [THERE.has(step.name) && !came([...SENT, 'diagnosed']), 'arrived_before_dispatch'],
    [step.name === 'diagnosed' && !came(THERE), 'diagnosed_before_arrival'],
    [step.name === 'resolved' && since(before, REOPENS).some((one) => closesTheSame(step, one)), 'resolved_twice'],
    [REOPENS.has(step.name) && !has(since(before, REOPENS), 'resolved'), 'reopened_unsolved'],
    [step.name === 'continued' && !has(since(before, CONTINUED), 'paused'), 'continued_unpaused'],
    [
      step.name === 'taken_back' && !course.takenBack.some(({ gone }) => gone.id === step.args['event']),
      'took_back_nothing',
    ],
  ]
  return odd.filter(([is]) => is).map(([, flag]) => flag)
}

/** A worked-around fault that is fixed afterwards is no second closing; fixed findings of their own are none. */
function closesTheSame(step: Step, earlier: Step): boolean {
  if (earlier.name !== 'resolved') return false
  if (earlier.args['how'] === 'workaround' && step.args['how'] === 'fixed') return false
  const [first, second] = [findings(earlier), findings(step)]
  return first.some((id) => second.includes(id)) || first.length === 0 || second.length === 0
}

const findings = (step: Step): readonly unknown[] => {
  const named = step.args['findings']
  return Array.isArray(named) ? (named as readonly unknown[]) : []
}

const has = (steps: readonly Step[], name: string): boolean => steps.some((step) => step.name === name)

/** What came after the last of these. */
const since = (before: readonly Step[], names: ReadonlySet<string>): readonly Step[] =>
  before.slice(before.findLastIndex((step) => names.has(step.name)) + 1)
