/** Times as interface.md 7 wants them: absolute first, always in the project's zone. Pure, so that tests fix the clock. */
export interface TimeZoneAndLanguage {
  readonly language: string
  readonly time_zone: string
}

const DAY_MS = 86_400_000

interface Parts {
  year: string
  month: string
  day: string
  hour: string
  minute: string
  second: string
  weekday: string
}

function partsOf(at: Date, { language, time_zone }: TimeZoneAndLanguage): Parts {
  const format = new Intl.DateTimeFormat(language, {
    timeZone: time_zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    weekday: 'short',
  })
  const found = Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]))
  return found as unknown as Parts
}

export function isoDay(at: Date, zone: TimeZoneAndLanguage): string {
  const { year, month, day } = partsOf(at, zone)
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

export function hoursMinutes(at: Date, zone: TimeZoneAndLanguage): string {
  const { hour, minute } = partsOf(at, zone)
  return `${hour}:${minute}`
}

/** With seconds: only where they prove something (scan, signature, receipt). */
export function exactTime(at: Date, zone: TimeZoneAndLanguage): string {
  return `${hoursMinutes(at, zone)}:${partsOf(at, zone).second.padStart(2, '0')}`
}

/** A calendar day without a time, e.g. `2026-11-22` → 11月22日 周日 / Sun 22 Nov. */
export function dayName(day: string, { language }: TimeZoneAndLanguage): string {
  const at = new Date(`${day}T00:00:00Z`)
  const read = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }).format(at)
  if (language.startsWith('zh')) return `${read({ month: 'long', day: 'numeric' })} ${read({ weekday: 'short' })}`
  return `${read({ weekday: 'short' })} ${read({ day: 'numeric' })} ${read({ month: 'short' })}`
}

/** Today → 14:02 · within a week → 周二 11月24日 · else 2026-11-24. */
export function dayOrTime(at: Date, now: Date, zone: TimeZoneAndLanguage): string {
  const day = isoDay(at, zone)
  if (day === isoDay(now, zone)) return hoursMinutes(at, zone)
  return Math.abs(at.getTime() - now.getTime()) < 7 * DAY_MS ? dayName(day, zone) : day
}

/** The same, with the time of day on other days too: 11月21日 周六 09:20. */
export function dayAndTime(at: Date, now: Date, zone: TimeZoneAndLanguage): string {
  const short = dayOrTime(at, now, zone)
  const time = hoursMinutes(at, zone)
  return short === time ? time : `${short} ${time}`
}
