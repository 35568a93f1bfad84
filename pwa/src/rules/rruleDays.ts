/**
 * The calendar days that a recurrence rule of RFC 5545 names, counted from the day it begins.
 *
 * A day is named if it lies in a period that INTERVAL does not skip and every BY part lets it through. Nothing is searched
 * beyond the days asked for, so that a rule that names no day ever costs no more than another.
 */
import { addDays, dayOf, daysBetween, isoWeekday, lastDayOfMonth } from './days'
import type { Rrule } from './rruleText'

/** Days from `first` to `last`, both included. `begins` itself counts only if the rule names it. */
export function rruleDays(rule: Rrule, begins: string, first: string, last: string): string[] {
  const whole = completed(rule, begins)
  const end = rule.until !== null && rule.until < last ? rule.until : last
  if (rule.count === null) return named(whole, begins, first > begins ? first : begins, end)
  return named(whole, begins, begins, end).filter((day) => day >= first)
}

/** What the rule leaves open is as on the day on which it begins. */
function completed(rule: Rrule, begins: string): Rrule {
  if (rule.month_days.length + rule.weekdays.length > 0 || rule.frequency === 'DAILY') return rule
  if (rule.frequency === 'WEEKLY') return { ...rule, weekdays: [[0, isoWeekday(begins)]] }
  const { month, day } = dayOf(begins)
  const months = rule.months.length === 0 && rule.frequency === 'YEARLY' ? [month] : rule.months
  return { ...rule, months, month_days: [day] }
}

function named(rule: Rrule, begins: string, first: string, last: string): string[] {
  const of_period = new Map<string, ReadonlySet<string>>()
  const most = rule.count ?? Infinity
  const found: string[] = []
  for (let day = first; day <= last && found.length < most; day = addDays(day, 1)) {
    if (!inStep(rule, begins, day) || !letsThrough(rule, day)) continue
    if (rule.positions.length > 0) {
      const period = day.slice(0, rule.frequency === 'MONTHLY' ? 7 : 4)
      const chosen = of_period.get(period) ?? atPositions(rule, day)
      of_period.set(period, chosen)
      if (!chosen.has(day)) continue
    }
    found.push(day)
  }
  return found
}

function inStep(rule: Rrule, begins: string, day: string): boolean {
  if (rule.interval === 1) return true
  const [from, to] = [dayOf(begins), dayOf(day)]
  const past = {
    DAILY: () => daysBetween(begins, day),
    WEEKLY: () => daysBetween(weekOf(begins, rule.week_start), weekOf(day, rule.week_start)) / 7,
    MONTHLY: () => (to.year - from.year) * 12 + to.month - from.month,
    YEARLY: () => to.year - from.year,
  }[rule.frequency]()
  return past % rule.interval === 0
}

/** The day on which its week begins. */
const weekOf = (day: string, week_start: number): string => addDays(day, -((isoWeekday(day) - week_start + 7) % 7))

function letsThrough(rule: Rrule, day: string): boolean {
  const { month, day: number } = dayOf(day)
  const length = lastDayOfMonth(day)
  if (rule.months.length > 0 && !rule.months.includes(month)) return false
  if (rule.month_days.length > 0 && !rule.month_days.includes(number) && !rule.month_days.includes(number - length - 1)) return false
  return rule.weekdays.length === 0 || rule.weekdays.some(([ordinal, weekday]) => isWeekday(rule, day, ordinal, weekday))
}

/** An ordinal counts within the month, or within the year where no month is named. */
function isWeekday(rule: Rrule, day: string, ordinal: number, weekday: number): boolean {
  if (isoWeekday(day) !== weekday) return false
  if (ordinal === 0) return true
  const within_year = rule.frequency === 'YEARLY' && rule.months.length === 0
  const [number, length] = within_year ? [dayOfYear(day), yearLength(day)] : [dayOf(day).day, lastDayOfMonth(day)]
  return ordinal === (ordinal > 0 ? Math.floor((number - 1) / 7) + 1 : -(Math.floor((length - number) / 7) + 1))
}

const newYear = (day: string): string => `${day.slice(0, 4)}-01-01`
const dayOfYear = (day: string): number => daysBetween(newYear(day), day) + 1
const yearLength = (day: string): number => daysBetween(newYear(day), `${day.slice(0, 4)}-12-31`) + 1

/** Of a whole month or year that the day lies in: the days at the positions named. */
function atPositions(rule: Rrule, within: string): ReadonlySet<string> {
  const monthly = rule.frequency === 'MONTHLY'
  const first = monthly ? `${within.slice(0, 7)}-01` : newYear(within)
  const length = monthly ? lastDayOfMonth(within) : yearLength(within)
  const days = Array.from({ length }, (_, n) => addDays(first, n)).filter((day) => letsThrough(rule, day))
  return new Set(rule.positions.flatMap((position) => days[position > 0 ? position - 1 : days.length + position] ?? []))
}
