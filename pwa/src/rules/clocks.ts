/**
 * The contract's clocks of one ticket: a pure fold of its facts and its events (domain.md section 4; docs/tickets.md).
 *
 *     waiting ──► running ⇄ paused        met │ missed (met after its due time)        cancelled (withdrawn)
 *
 * No now(): whether a running clock is past its due time is for whoever looks at it. `because` names the events that
 * the due time rests on, so that no due time ever moves unexplained.
 */
import { flagsOf } from './clocksFlags'
import type { Graded, Limit } from './clocksLimits'
import { gradesOf, limitOf } from './clocksLimits'
import type { ClockKind } from './clocksMilestones'
import { clocksFor, namesOf } from './clocksMilestones'
import type { Course, Step } from './clocksOrder'
import { courseOf } from './clocksOrder'
import type { Reckoned } from './clocksReckoning'
import { reckon, WAITING } from './clocksReckoning'
import { lastingWithdrawal, MOVERS, outrun, standingMet, stopsOf, within } from './clocksStops'
import type { Clock, ClockEvent, ClockFold, TicketFacts } from './clocksTypes'
import type { MatrixClock, SlaPolicyBody } from './slaPolicy'
import { WorkCalendar } from './workCalendar'

interface Known extends Graded {
  readonly begin: number
  readonly course: Course
}

/** Fold a ticket's events, in any order of arrival. */
export function foldClocks(policy: SlaPolicyBody, facts: TicketFacts, events: readonly ClockEvent[]): ClockFold {
  const begin = registeredAt(policy, facts)
  const course = courseOf(events, begin)
  const grades = gradesOf(facts, course.steps)
  const last = grades.at(-1) ?? grades[0]
  return {
    clocks: clocksFor(policy, facts).flatMap((kind) => clockOf({ policy, facts, begin, course, grades }, kind) ?? []),
    flags: flagsOf(course),
    severity: last.severity,
    complexity: last.complexity,
  }
}

/** When the first clocks start: received; or found where the policy says so, but never later than received. */
export function registeredAt(policy: SlaPolicyBody, facts: TicketFacts): number {
  const received = Date.parse(facts.opened_at)
  const found = policy.moment === 'found' && facts.found_at !== null ? Date.parse(facts.found_at) : received
  return Math.min(received, found)
}

/** The deadline that is shown: the earliest of those that run. */
export function nextDue(clocks: readonly Clock[]): Clock | null {
  const running = clocks.filter((clock) => clock.state === 'running' && clock.due_at !== null)
  return running.reduce<Clock | null>(
    (best, clock) => (best === null || String(clock.due_at) < String(best.due_at) ? clock : best),
    null,
  )
}

function clockOf(known: Known, kind: ClockKind): Clock | null {
  const { steps } = known.course
  const met = standingMet(kind, steps)
  const limit = limitOf(known, kind.key, met)
  if (limit === null) return null
  const { starter, begin } = startOf(known, kind)
  if (begin === null) return said(known, kind, limit, waiting(steps))
  const metAt = met === null ? null : momentMet(met, begin)
  const meeting = met === null || metAt === null ? null : { id: met.id, at: metAt }
  const all = stopsOf(kind, known.policy, steps)
  const calendar = new WorkCalendar(known.policy.calendar, limit.calendar)
  const reckoned = reckon(calendar, limit.minutes, { begin, met: metAt }, within(all, begin, meeting))
  const started = starter === null ? [] : [starter.id]
  return said(known, kind, limit, { ...reckoned, because: [...started, ...outrun(all, met, metAt), ...reckoned.because] })
}

function waiting(steps: readonly Step[]): Reckoned {
  const gone = lastingWithdrawal(steps)
  return gone === null ? WAITING : { ...WAITING, state: 'cancelled', because: gone.because }
}

/** The event that the clock counts from, and when; registration is no event. */
function startOf(known: Known, kind: ClockKind): { readonly starter: Step | null; readonly begin: number | null } {
  const source = known.policy.counts[kind.key]
  if (source === 'registration') return { starter: null, begin: known.begin }
  const before = kindOf(source)
  const starter = standingMet(before, known.course.steps)
  const earlier = startOf(known, before).begin
  return { starter, begin: starter === null || earlier === null ? null : momentMet(starter, earlier) }
}

/** A matrix clock is named as its milestone. */
const kindOf = (source: MatrixClock): ClockKind => ({ key: source, milestone: source })

/** What the phone said, unless that was before the clock began: then the receipt. */
const momentMet = (met: Step, begin: number): number =>
  met.moment >= begin ? met.moment : Math.max(begin, met.received)

function said(known: Known, kind: ClockKind, limit: Limit, reckoned: Reckoned): Clock {
  const source = known.policy.counts[kind.key]
  const because = new Set([...limit.because, ...reckoned.because, ...takenBack(known, kind)])
  return {
    key: kind.key,
    milestone: kind.milestone,
    state: reckoned.state,
    limit_minutes: limit.minutes,
    calendar: limit.calendar,
    counts_from: source,
    started_at: textOf(reckoned.begin),
    due_at: textOf(reckoned.due),
    met_at: textOf(reckoned.met),
    paused_since: textOf(reckoned.paused_since),
    paused_minutes: reckoned.paused_minutes,
    left_minutes: reckoned.left_minutes,
    took_minutes: reckoned.took_minutes,
    stops: reckoned.stops.filter((stop) => stop.end !== stop.begin).map(({ begin, end, why, reason }) => ({
      begin: new Date(begin).toISOString(),
      end: textOf(end),
      why,
      reason,
    })),
    because: known.course.order.filter((event) => because.has(event)),
  }
}

/** Who took back what would have met, started, stopped or graded this clock. */
function takenBack(known: Known, kind: ClockKind): string[] {
  const source = known.policy.counts[kind.key]
  const starts = source === 'registration' ? new Set<string>() : namesOf(source)
  return known.course.takenBack
    .filter(({ gone }) => namesOf(kind.milestone).has(gone.name) || starts.has(gone.name) || MOVERS.has(gone.name))
    .map(({ by }) => by.id)
}

const textOf = (moment: number | null): string | null => (moment === null ? null : new Date(moment).toISOString())
