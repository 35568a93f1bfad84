/**
 * When a plan's rounds fall due (R1): calendar days of the project, and the instant of each deadline.
 *
 * A plan's rule is {every, on}; `on` says which days of the period, left out or null is the default:
 *   day      on: a list of ISO weekdays [1…7] (Monday 1); null is every day
 *   week     on: ISO weekday or a list of them; null is Monday
 *   month    on: day of the month or a list of them; 31 in a short month is its last day, null is the first
 *   quarter  on: {month: 1-3, day: 1-31}, the month counted within the quarter (from January, April, July, October),
 *            the day as in `month`; null is the quarter's first day
 *   once     on: a day "YYYY-MM-DD" or a list of them, never null (before holidays and events, the contract's last month)
 * Two members of `on` that mean the same day are one occurrence; days outside the plan's term are none.
 * No rule, or one that is none of these, has no occurrences: such a round is opened on demand.
 */
import type { Json, Plan } from '../domain/types'
import { addDays, dayOf, daysBetween, isDay, isoWeekday, lastDayOfMonth } from './days'

export { dueAt, localDay } from './dueAt'

const LOOK_AHEAD_DAYS = 400

export type PlanTerm = Pick<Plan, 'rule' | 'starts_on' | 'ends_on'>

/** Days on which the plan is due, both ends included, within the plan's own term. */
export function occurrences(plan: PlanTerm, fromDay: string, toDay: string): string[] {
  const first = plan.starts_on !== null && plan.starts_on > fromDay ? plan.starts_on : fromDay
  const last = plan.ends_on !== null && plan.ends_on < toDay ? plan.ends_on : toDay
  if (ruleProblem(plan.rule) !== null) return []
  const days = Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, n) => addDays(first, n))
  return days.filter((day) => fallsOn(plan.rule, day))
}

/** The first due day from this one on; null if there is none within 400 days. */
export function nextOccurrence(plan: PlanTerm, fromDay: string): string | null {
  return occurrences(plan, fromDay, addDays(fromDay, LOOK_AHEAD_DAYS))[0] ?? null
}

/** The member of a rule that is wrong (`rule`, `every` or `on`); null for a rule that can be kept. */
export function ruleProblem(rule: unknown): 'rule' | 'every' | 'on' | null {
  if (!isObject(rule)) return 'rule'
  const on = rule['on'] ?? null
  switch (rule['every']) {
    case 'day':
      return on === null || (Array.isArray(on) && allWithin(on, 1, 7)) ? null : 'on'
    case 'week':
      return on === null || allWithin(several(on), 1, 7) ? null : 'on'
    case 'month':
      return on === null || allWithin(several(on), 1, 31) ? null : 'on'
    case 'quarter':
      return on === null || isDayOfQuarter(on) ? null : 'on'
    case 'once':
      return on !== null && allDays(several(on)) ? null : 'on'
    default:
      return 'every'
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
    case 'once':
      return several(on).includes(day)
  }
}

const dayInMonth = (wanted: unknown, day: string): number => Math.min(Number(wanted), lastDayOfMonth(day))

const several = (on: unknown): readonly unknown[] => (Array.isArray(on) ? on : [on])

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isWhole = (value: unknown, low: number, high: number): value is number =>
  Number.isInteger(value) && Number(value) >= low && Number(value) <= high

const allWithin = (values: readonly unknown[], low: number, high: number): boolean =>
  values.length > 0 && values.every((value) => isWhole(value, low, high))

const isDayOfQuarter = (on: unknown): on is { month: number; day: number } =>
  isObject(on) && isWhole(on['month'], 1, 3) && isWhole(on['day'], 1, 31)

const allDays = (values: readonly unknown[]): boolean =>
  values.length > 0 && values.every((value) => typeof value === 'string' && isDay(value))
