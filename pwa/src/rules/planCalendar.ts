/** What a plan knows of the calendar: holidays, the days worked for them, events, and the contract's end (R1). */
import type { CalendarDay, Plan } from '../domain/types'
import { addDays, isoWeekday } from './days'

export const MOST_MOVED = 31 // days that a round is moved at most; the longest holiday is far shorter
const SATURDAY = 6

export type CalendarEntry = Pick<CalendarDay, 'day' | 'until' | 'kind' | 'removed_at'>

/** `days`: the project's calendar; `contract_ends_on`: a day, or null where it is not known. */
export interface PlanCalendar { readonly days: readonly CalendarEntry[]; readonly contract_ends_on: string | null }

export const NO_CALENDAR: PlanCalendar = { days: [], contract_ends_on: null }

/** Those of a kind that were not taken out again, by time. */
export const entriesOf = ({ days }: PlanCalendar, kind: CalendarDay['kind']): CalendarEntry[] =>
  days.filter((one) => one.kind === kind && one.removed_at === null).sort((a, b) => compare(a.day, b.day) || compare(a.until, b.until))

const liesIn = (calendar: PlanCalendar, kind: CalendarDay['kind'], day: string): boolean =>
  calendar.days.some((one) => one.kind === kind && one.removed_at === null && one.day <= day && day <= one.until)

export const isHoliday = (calendar: PlanCalendar, day: string): boolean =>
  liesIn(calendar, 'holiday', day) && !liesIn(calendar, 'workday', day)

/** Monday to Friday but for holidays, and the days that are worked for them. */
export const isWorking = (calendar: PlanCalendar, day: string): boolean =>
  liesIn(calendar, 'workday', day) || (isoWeekday(day) < SATURDAY && !liesIn(calendar, 'holiday', day))

/** The first day of each; entries that touch are one. */
export function beginsOf(calendar: PlanCalendar, kind: CalendarDay['kind']): string[] {
  const begins: string[] = []
  let reached = '' // before any day
  for (const { day, until } of entriesOf(calendar, kind)) {
    if (reached === '' || day > addDays(reached, 1)) begins.push(day)
    if (until > reached) reached = until
  }
  return begins
}

/** Where a round goes that falls on this day; null where there is none. */
export function movedDay(calendar: PlanCalendar, day: string, on_holiday: Plan['on_holiday']): string | null {
  if (on_holiday === 'keep' || !isHoliday(calendar, day)) return day
  if (on_holiday === 'skip') return null
  const step = on_holiday === 'before' ? -1 : 1
  const days = Array.from({ length: MOST_MOVED }, (_, n) => addDays(day, step * (n + 1)))
  return days.find((other) => isWorking(calendar, other)) ?? null
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
