/**
 * How long a clock may run, as severity and complexity stood: first at registration, then by each grading.
 *
 * Of gradings that had not seen each other the worse one stands, as on the ticket. A grading made after a clock was
 * met moves nothing: what was judged stays judged. Promises do not know severity.
 */
import type { Severity } from '../domain/types'
import type { Step } from './clocksOrder'
import type { TicketFacts } from './clocksTypes'
import type { ClockKey, SlaPolicyBody } from './slaPolicy'
import { isMatrixClock, limitMinutes } from './slaPolicy'
import { worstSeverity } from './severity'
import type { CalendarKind } from './workCalendar'

/** What holds from this event on; the first one is the registration and has none. */
export interface Grade {
  readonly event: string | null
  readonly number: number
  readonly severity: Severity | null
  readonly complexity: string | null
}

export interface Limit {
  readonly minutes: number
  readonly calendar: CalendarKind
  readonly because: readonly string[]
}

/** A ticket's policy, and what it was graded through its life. */
export interface Graded {
  readonly policy: SlaPolicyBody
  readonly facts: TicketFacts
  readonly grades: readonly Grade[]
}

/** Severity and complexity through the ticket's life, the last one last. A diagnosis may say the complexity. */
export function gradesOf(facts: TicketFacts, steps: readonly Step[]): [Grade, ...Grade[]] {
  let last: Grade = { event: null, number: -1, severity: facts.severity, complexity: facts.complexity }
  const told: [Grade, ...Grade[]] = [last]
  let unseen: Step[] = []
  for (const step of steps) {
    if (step.name !== 'graded' && step.name !== 'diagnosed') continue
    let { severity } = last
    if (step.name === 'graded' && step.args['severity'] != null) {
      unseen = [...unseen.filter((one) => !step.seen.has(one.id)), step]
      severity = worstSeverity(unseen.map((one) => one.args['severity'] as Severity))
    }
    const said = step.args['complexity']
    const complexity = typeof said === 'string' && said !== '' ? said : last.complexity
    last = { event: step.id, number: step.number, severity, complexity }
    told.push(last)
  }
  return told
}

/** The limit that holds, or held when the clock was met. Graded only after that: the first grade is its judge. */
export function limitOf({ policy, facts, grades }: Graded, key: ClockKey, met: Step | null): Limit | null {
  return grades.reduce<Limit | null>((limit, grade) => {
    if (met !== null && grade.number >= met.number && limit !== null) return limit
    const minutes = limitMinutes(policy, key, { ...grade, elsewhere: facts.elsewhere })
    if (minutes === null) return limit
    const calendar = calendarKind(policy, key, grade.severity)
    if (limit?.minutes === minutes && limit.calendar === calendar) return limit
    const because = limit?.because ?? []
    return { minutes, calendar, because: grade.event === null ? because : [...because, grade.event] }
  }, null)
}

const calendarKind = (policy: SlaPolicyBody, key: ClockKey, severity: number | null): CalendarKind =>
  (isMatrixClock(key) ? policy.calendar_for[String(severity)] : undefined) ?? policy.calendar.kind
