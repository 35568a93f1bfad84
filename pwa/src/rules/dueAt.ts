/** Between calendar days of a project and instants of the wire, by the time zone data of the browser. */
const LAST_MINUTE = '23:59'
const DAY_MS = 86_400_000

/** The deadline as a wire instant. A time that a clock change skips or repeats counts by the offset before it. */
export function dueAt(occurrenceDate: string, dueTime: string | null, timeZone: string): string {
  const wall = Date.parse(`${occurrenceDate}T${dueTime ?? LAST_MINUTE}Z`)
  const [before, after] = [offsetAt(wall - DAY_MS, timeZone), offsetAt(wall + DAY_MS, timeZone)]
  const byAfter = wall - after
  const skipped = offsetAt(wall - before, timeZone) !== before && offsetAt(byAfter, timeZone) !== after
  const byBefore = offsetAt(wall - before, timeZone) === before || skipped
  return new Date(byBefore ? wall - before : byAfter).toISOString()
}

/** The calendar day that an instant falls on in the project. */
export function localDay(moment: string, timeZone: string): string {
  const instant = Date.parse(moment)
  return new Date(instant + offsetAt(instant, timeZone)).toISOString().slice(0, 10)
}

/** The wall clock's hours and minutes there. */
export function localTime(moment: string, timeZone: string): string {
  const instant = Date.parse(moment)
  return new Date(instant + offsetAt(instant, timeZone)).toISOString().slice(11, 16)
}

/** How many milliseconds the zone's wall clock is ahead of UTC at this instant. */
function offsetAt(instant: number, timeZone: string): number {
  const whole = Math.floor(instant / 1000) * 1000
  const parts = new Map(formatter(timeZone).formatToParts(whole).map(({ type, value }) => [type, Number(value)]))
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0
  const day = Date.UTC(part('year'), part('month') - 1, part('day'))
  return day + ((part('hour') * 60 + part('minute')) * 60 + part('second')) * 1000 - whole
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs more than a thousand uses of it. */
function formatter(timeZone: string): Intl.DateTimeFormat {
  const made =
    formatters.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  formatters.set(timeZone, made)
  return made
}
