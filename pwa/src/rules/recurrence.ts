/**
 * When a plan's rounds fall due (R1): calendar days of the project, and the instant of each deadline.
 *
 * A plan's rule is {every, on}; `on` says which days of the period, left out or null is the default:
 *   day      on: a list of ISO weekdays [1…7] (Monday 1); null is every day
 *   week     on: ISO weekday or a list of them; null is Monday
 *   month    on: day of the month or a list of them; 31 in a short month is its last day, null is the first
 *   quarter  on: {month: 1-3, day: 1-31}, the month counted within the quarter (from January, April, July, October),
 *            the day as in `month`; null is the quarter's first day
 *   once     on: a day "YYYY-MM-DD" or a list of them, never null
 *   rrule    on: a recurrence rule of RFC 5545, counted from the day on which the plan begins (rruleText.ts)
 *   before_holiday, before_event   on: {days: 0-60}, so many days before each of the calendar's holidays or events begins
 *   contract_end   on: {days: 0-366}, so many days before the contract ends; none while its end is not known
 * Two that mean the same day are one occurrence; days outside the plan's term are none. A day that is a holiday stays, is
 * left out, or moves to the working day before or after it (`on_holiday`).
 * No rule, or one that is none of these, has no occurrences: such a round is opened on demand.
 */
import type { Json, Plan } from '../domain/types'
import { addDays, dayOf, daysBetween, isoWeekday, lastDayOfMonth } from './days'
import { MOST_MOVED, type PlanCalendar, beginsOf, entriesOf, movedDay } from './planCalendar'
import { isDayOfQuarter, leadOf, ruleProblem, several } from './planRule'
import { rruleDays } from './rruleDays'
import { readRrule } from './rruleText'

export { dueAt, localDay } from './dueAt'

const LOOK_AHEAD_DAYS = 400
const LOOKS_AHEAD = 30 // looked through for the next days: 33 years

export type PlanTerm = Pick<Plan, 'rule' | 'starts_on' | 'ends_on' | 'on_holiday'>

/** Days on which the plan is due, both ends included, within the plan's own term. */
export function occurrences(plan: PlanTerm, fromDay: string, toDay: string, calendar: PlanCalendar): string[] {
  if (ruleProblem(plan.rule) !== null) return []
  const first = later(fromDay, plan.starts_on)
  const last = sooner(toDay, plan.ends_on)
  const reach = plan.on_holiday === 'before' || plan.on_holiday === 'after' ? MOST_MOVED : 0
  const by_rule = byRule(plan, addDays(first, -reach), addDays(last, reach), calendar)
  const days = new Set(by_rule.map((day) => movedDay(calendar, day, plan.on_holiday)))
  return [...days].filter((day) => day !== null && first <= day && day <= last).sort() as string[]
}

/** The first due days from this one on, at most so many, within the next years. */
export function nextOccurrences(plan: PlanTerm, fromDay: string, most: number, calendar: PlanCalendar): string[] {
  const found: string[] = []
  let begin = later(fromDay, plan.starts_on)
  for (let n = 0; n < LOOKS_AHEAD && found.length < most; n++) {
    const end = addDays(begin, LOOK_AHEAD_DAYS)
    found.push(...occurrences(plan, begin, end, calendar))
    begin = addDays(end, 1)
  }
  return found.slice(0, most)
}

/** The first due day from this one on; null if there is none within 400 days. */
export function nextOccurrence(plan: PlanTerm, fromDay: string, calendar: PlanCalendar): string | null {
  return occurrences(plan, fromDay, addDays(fromDay, LOOK_AHEAD_DAYS), calendar)[0] ?? null
}

/** Whether the rule names any day at all from the plan's first on; its end and the calendar to come are left aside. */
export function isEverDue(plan: PlanTerm & { readonly starts_on: string }, calendar: PlanCalendar): boolean {
  if (plan.rule.every === 'before_holiday' || plan.rule.every === 'before_event') return true
  return nextOccurrences({ ...plan, ends_on: null, on_holiday: 'keep' }, plan.starts_on, 1, calendar).length > 0
}

/** The days that the rule names within the plan's term, before holidays are looked at. */
function byRule({ rule, starts_on, ends_on }: PlanTerm, from: string, to: string, calendar: PlanCalendar): string[] {
  const [first, last] = [later(from, starts_on), sooner(to, ends_on)]
  const within = (days: readonly string[]): string[] => days.filter((day) => first <= day && day <= last)
  switch (rule.every) {
    case 'rrule': // without its first day it is counted from a day that nobody has named
      return starts_on === null ? [] : rruleDays(readRrule(String(rule.on)), starts_on, first, last)
    case 'before_holiday':
      return within(beginsOf(calendar, 'holiday').map((day) => addDays(day, -leadOf(rule.on))))
    case 'before_event':
      return within(entriesOf(calendar, 'event').map(({ day }) => addDays(day, -leadOf(rule.on))))
    case 'contract_end':
      return calendar.contract_ends_on === null ? [] : within([addDays(calendar.contract_ends_on, -leadOf(rule.on))])
    default:
      return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, n) => addDays(first, n)).filter((day) => fallsOn(rule, day))
  }
}

function fallsOn(rule: Plan['rule'], day: string): boolean {
  const on: Json = rule.on ?? null
  switch (rule.every) {
    case 'day':
      return on === null || several(on).includes(isoWeekday(day))
    case 'week':
      return several(on ?? 1).includes(isoWeekday(day))
    case 'month':
      return several(on ?? 1).some((wanted) => dayOf(day).day === dayInMonth(wanted, day))
    case 'quarter': {
      const { month, day: wanted } = isDayOfQuarter(on) ? on : { month: 1, day: 1 }
      return ((dayOf(day).month - 1) % 3) + 1 === month && dayOf(day).day === dayInMonth(wanted, day)
    }
    default:
      return several(on).includes(day)
  }
}

const dayInMonth = (wanted: unknown, day: string): number => Math.min(Number(wanted), lastDayOfMonth(day))

const later = (day: string, other: string | null): string => (other !== null && other > day ? other : day)
const sooner = (day: string, other: string | null): string => (other !== null && other < day ? other : day)
