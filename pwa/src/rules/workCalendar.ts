/**
 * Counted time: round the clock (7×24), or the hours in which the contract's clocks run.
 *
 * Instants are whole milliseconds since 1970 (UTC). A working day's hours are wall-clock times of the project's zone,
 * turned into instants day by day: between two instants time is counted as it passes, whatever a wall clock is moved by.
 * A make-up day (调休) has the hours of its own weekday, or of the week's first day that has any.
 */
import { addDays, isoWeekday } from './days'
import { dueAt, localDay } from './dueAt'

export type CalendarKind = 'always' | 'working'
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Hours = readonly (readonly [string, string])[]
export type WeeklyHours = Readonly<Partial<Record<(typeof WEEKDAYS)[number], Hours>>>
type Spans = readonly (readonly [number, number])[]

/** A policy's calendar, which was checked before it was kept. */
export interface PolicyCalendar {
  readonly kind: CalendarKind
  readonly time_zone: string
  readonly weekly: WeeklyHours
  readonly days: Readonly<Record<string, 'holiday' | 'working'>>
}

export class WorkCalendar {
  readonly #calendar: PolicyCalendar
  readonly #kind: CalendarKind
  readonly #known = new Map<string, Spans>()

  constructor(calendar: PolicyCalendar, kind: CalendarKind) {
    this.#calendar = calendar
    this.#kind = kind
    if (kind === 'working' && firstHours(calendar.weekly) === null) throw new Error('a calendar without working hours')
  }

  /** Milliseconds that count between two instants; 0 if the end comes first. */
  counted(start: number, end: number): number {
    if (end <= start) return 0
    if (this.#kind === 'always') return end - start
    const last = this.#dayOf(end)
    let total = 0
    for (let day = this.#dayOf(start); day <= last; day = addDays(day, 1)) {
      for (const [from, to] of this.#hours(day)) total += Math.max(0, Math.min(end, to) - Math.max(start, from))
    }
    return total
  }

  /** The first instant by which this much has counted. */
  add(start: number, duration: number): number {
    if (this.#kind === 'always' || duration <= 0) return start + Math.max(0, duration)
    let left = duration
    for (let day = this.#dayOf(start); ; day = addDays(day, 1)) {
      for (const [from, to] of this.#hours(day)) {
        const begin = Math.max(start, from)
        if (to - begin >= left) return begin + left
        left -= Math.max(0, to - begin)
      }
    }
  }

  #dayOf(moment: number): string {
    return localDay(new Date(moment).toISOString(), this.#calendar.time_zone)
  }

  #hours(day: string): Spans {
    const known = this.#known.get(day)
    if (known !== undefined) return known
    const spans = this.#hoursSaid(day)
      .map(([from, to]) => [this.#at(day, from), this.#at(day, to)] as const)
      .filter(([from, to]) => from < to)
    this.#known.set(day, spans)
    return spans
  }

  #hoursSaid(day: string): Hours {
    const weekday = WEEKDAYS[isoWeekday(day) - 1]
    const own = (weekday && this.#calendar.weekly[weekday]) ?? []
    const said = this.#calendar.days[day]
    if (said === 'holiday') return []
    return said === 'working' && own.length === 0 ? (firstHours(this.#calendar.weekly) ?? []) : own
  }

  #at(day: string, clock: string): number {
    const [on, time] = clock === '24:00' ? [addDays(day, 1), '00:00'] : [day, clock]
    return Date.parse(dueAt(on, time, this.#calendar.time_zone))
  }
}

/** The hours of the first day of the week that has any. */
export function firstHours(weekly: WeeklyHours): Hours | null {
  return WEEKDAYS.map((day) => weekly[day] ?? []).find((hours) => hours.length > 0) ?? null
}
