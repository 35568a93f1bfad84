/** A week of the roster as a person plans it: days and wall-clock hours of the project, instants on the wire. */
import type { ShiftFields } from '@/actions/planShifts'
import type { Shift } from '@/domain/types'
import { addDays, daysBetween, isoWeekday } from '@/rules/days'
import { dueAt, localDay, localTime } from '@/rules/dueAt'

export interface ShiftHours { readonly day: string; readonly from: string; readonly to: string }

export const mondayOf = (day: string): string => addDays(day, 1 - isoWeekday(day))
export const daysOfWeek = (monday: string): string[] => [0, 1, 2, 3, 4, 5, 6].map((more) => addDays(monday, more))

/** `to` not after `from` is the next day: 20:00 to 08:00 is one night. */
export function instantsOf({ day, from, to }: ShiftHours, zone: string): { readonly starts_at: string; readonly ends_at: string } {
  return { starts_at: dueAt(day, from, zone), ends_at: dueAt(to > from ? day : addDays(day, 1), to, zone) }
}

export function hoursOf({ starts_at, ends_at }: Pick<Shift, 'starts_at' | 'ends_at'>, zone: string): ShiftHours {
  return { day: localDay(starts_at, zone), from: localTime(starts_at, zone), to: localTime(ends_at, zone) }
}

export const shiftsOf = (shifts: readonly Shift[], day: string, zone: string): Shift[] => shifts.filter((one) => localDay(one.starts_at, zone) === day)

/** The same people at the same hours of the clock a week later, but for what is planned there already. */
export function repeated(shifts: readonly Shift[], monday: string, zone: string): ShiftFields[] {
  const week = new Set(daysOfWeek(monday))
  const key = ({ person_id, duty, starts_at }: Pick<Shift, 'person_id' | 'duty' | 'starts_at'>): string => `${person_id}/${duty}/${Date.parse(starts_at)}`
  const there = new Set(shifts.map(key))
  return shifts.filter((one) => week.has(localDay(one.starts_at, zone))).map(({ person_id, duty, note, starts_at, ends_at }) => {
    const [first, last] = [localDay(starts_at, zone), localDay(ends_at, zone)]
    const start = addDays(first, 7)
    return {
      person_id, duty, note,
      starts_at: dueAt(start, localTime(starts_at, zone), zone),
      ends_at: dueAt(addDays(start, daysBetween(first, last)), localTime(ends_at, zone), zone),
    }
  }).filter((one) => !there.has(key(one)))
}
