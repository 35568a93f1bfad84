/** The arithmetic of one clock: its limit laid along counted time, stops left out. Milliseconds throughout. */
import type { Stop } from './clocksStops'
import type { ClockState } from './clocksTypes'
import type { WorkCalendar } from './workCalendar'

export const MINUTE_MS = 60_000

/** From one moment to another, or for good. */
export interface Gap {
  readonly begin: number
  readonly end: number | null
}

export interface Reckoned {
  readonly state: ClockState
  readonly begin: number | null
  readonly due: number | null
  readonly met: number | null
  readonly paused_since: number | null
  readonly paused_minutes: number
  readonly left_minutes: number | null
  readonly took_minutes: number | null
  readonly stops: readonly Stop[]
  readonly because: readonly string[]
}

/** A clock as it is before it has started. */
export const WAITING: Reckoned = {
  state: 'waiting',
  begin: null,
  due: null,
  met: null,
  paused_since: null,
  paused_minutes: 0,
  left_minutes: null,
  took_minutes: null,
  stops: [],
  because: [],
}

/** `stops` lie between beginning and meeting. One that lasts leaves the due time open, unless it had passed. */
export function reckon(
  calendar: WorkCalendar,
  limitMinutes: number,
  { begin, met }: { readonly begin: number; readonly met: number | null },
  stops: readonly Stop[],
): Reckoned {
  const { at: due, left } = momentOf(calendar, limitMinutes * MINUTE_MS, begin, merged(stops))
  const lasting = stops.filter((stop) => stop.end === null)
  const withdrawn = lasting.some((stop) => stop.why === 'withdrawn')
  const paused = lasting.length > 0 && !withdrawn
  return {
    state: withdrawn ? 'cancelled' : paused ? 'paused' : judged(due, met),
    begin,
    due: withdrawn ? null : due,
    met,
    paused_since: paused ? Math.min(...lasting.map((stop) => stop.begin)) : null,
    paused_minutes: Math.floor(pausedFor(calendar, stops) / MINUTE_MS),
    left_minutes: paused ? Math.floor(left / MINUTE_MS) : null,
    took_minutes: met === null ? null : Math.ceil(took(calendar, begin, met, stops) / MINUTE_MS),
    stops,
    because: stops.filter((stop) => moves(stop, due)).flatMap((stop) => stop.because),
  }
}

/** When this much has counted outside the gaps (merged, in order); or never yet, and how much is left. */
export function momentOf(
  calendar: WorkCalendar,
  duration: number,
  begin: number,
  gaps: readonly Gap[],
): { readonly at: number | null; readonly left: number } {
  let left = duration
  let at = begin
  for (const gap of gaps) {
    const before = calendar.counted(at, gap.begin)
    if (left <= before) break
    left -= before
    if (gap.end === null) return { at: null, left }
    at = gap.end
  }
  return { at: calendar.add(at, left), left: 0 }
}

/** Overlapping ones as one gap, in order: no time is left out twice. */
export function merged(spans: readonly Gap[]): Gap[] {
  const gaps: Gap[] = []
  for (const span of [...spans].sort((a, b) => a.begin - b.begin)) {
    const last = gaps.at(-1)
    if (last === undefined || (last.end !== null && span.begin > last.end)) {
      gaps.push({ begin: span.begin, end: span.end })
    } else {
      const end = span.end === null || last.end === null ? null : Math.max(span.end, last.end)
      gaps[gaps.length - 1] = { begin: last.begin, end }
    }
  }
  return gaps
}

/** A pause after the due time moves nothing any more; a withdrawal takes even a passed one away. */
const moves = (stop: Stop, due: number | null): boolean => due === null || stop.begin < due || stop.why === 'withdrawn'

function judged(due: number | null, met: number | null): ClockState {
  if (met === null) return 'running'
  return due !== null && met <= due ? 'met' : 'missed'
}

const counted = (calendar: WorkCalendar, gaps: readonly Gap[]): number =>
  gaps.reduce((sum, { begin, end }) => sum + (end === null ? 0 : calendar.counted(begin, end)), 0)

const pausedFor = (calendar: WorkCalendar, stops: readonly Stop[]): number =>
  counted(calendar, merged(stops.filter((stop) => stop.why === 'paused' && stop.end !== null)))

const took = (calendar: WorkCalendar, begin: number, met: number, stops: readonly Stop[]): number =>
  calendar.counted(begin, met) - counted(calendar, merged(stops))
