/** Whether a plan's rule can be kept: the forms that `recurrence.ts` knows, and what each takes as its `on`. */
import { isDay } from './days'
import { rruleProblem } from './rruleText'

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
    case 'rrule':
      return rruleProblem(on) === null ? null : 'on'
    case 'before_holiday':
    case 'before_event':
      return isLead(on, 60) ? null : 'on'
    case 'contract_end':
      return isLead(on, 366) ? null : 'on'
    default:
      return 'every'
  }
}

/** A rule's `on` as a list. */
export const several = (on: unknown): readonly unknown[] => (Array.isArray(on) ? on : [on])

export const isDayOfQuarter = (on: unknown): on is { month: number; day: number } =>
  isObject(on) && isWhole(on['month'], 1, 3) && isWhole(on['day'], 1, 31)

/** So many days before what the rule names. */
export const leadOf = (on: unknown): number => (isObject(on) && typeof on['days'] === 'number' ? on['days'] : 0)

const isLead = (on: unknown, most: number): boolean =>
  isObject(on) && Object.keys(on).join() === 'days' && isWhole(on['days'], 0, most)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isWhole = (value: unknown, low: number, high: number): value is number =>
  Number.isInteger(value) && Number(value) >= low && Number(value) <= high

const allWithin = (values: readonly unknown[], low: number, high: number): boolean =>
  values.length > 0 && values.every((value) => isWhole(value, low, high))

const allDays = (values: readonly unknown[]): boolean =>
  values.length > 0 && values.every((value) => typeof value === 'string' && isDay(value))
