/**
 * Reading a recurrence rule of RFC 5545 (section 3.3.10), as far as calendar days need it.
 *
 * Read are FREQ (daily, weekly, monthly, yearly), INTERVAL, COUNT or UNTIL (a day), BYMONTH, BYMONTHDAY, BYDAY, BYSETPOS and
 * WKST. Refused is what the RFC forbids and what common libraries read differently: an ordinal weekday with a plain one,
 * BYSETPOS by the day or the week, times of day, numbers of weeks and of days of the year.
 */
import { isDay } from './days'

export const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof FREQUENCIES)[number]
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

const MOST_CHARACTERS = 200
const MOST = 999 // of INTERVAL and COUNT

/** `weekdays`: ordinal (or 0) and ISO weekday; `until`: a day, included; `week_start`: ISO weekday. */
export interface Rrule {
  readonly frequency: Frequency
  readonly interval: number
  readonly count: number | null
  readonly until: string | null
  readonly months: readonly number[]
  readonly month_days: readonly number[]
  readonly weekdays: readonly (readonly [ordinal: number, weekday: number])[]
  readonly positions: readonly number[]
  readonly week_start: number
}

/** The rule cannot be kept; `part` names what is wrong with it (FREQ, BYDAY, …). */
export class UnclearRrule extends Error {
  readonly part: string
  constructor(part: string) {
    super(part)
    this.part = part
  }
}

/** The rule that the text says; throws UnclearRrule. `RRULE:` before it is left out. */
export function readRrule(text: string): Rrule {
  const parts = partsOf(text.replace(/^RRULE:/, ''))
  const take = (name: string): string | undefined => {
    const said = parts.get(name)
    parts.delete(name)
    return said
  }
  const read: Rrule = {
    frequency: frequencyOf(take('FREQ')),
    interval: counted(take('INTERVAL'), 'INTERVAL') ?? 1,
    count: counted(take('COUNT'), 'COUNT'),
    until: untilOf(take('UNTIL')),
    months: numbers(take('BYMONTH'), 'BYMONTH', 12, false),
    month_days: numbers(take('BYMONTHDAY'), 'BYMONTHDAY', 31, true),
    weekdays: weekdaysOf(take('BYDAY')),
    positions: numbers(take('BYSETPOS'), 'BYSETPOS', 366, true),
    week_start: weekdayOf(take('WKST') ?? 'MO', 'WKST'),
  }
  for (const unknown of parts.keys()) throw new UnclearRrule(unknown)
  checkTogether(read)
  return read
}

/** The part of a recurrence rule that cannot be read (FREQ, BYDAY, …); null for one that can be kept. */
export function rruleProblem(text: unknown): string | null {
  if (typeof text !== 'string') return 'FREQ'
  try {
    readRrule(text)
    return null
  } catch (unclear) {
    if (unclear instanceof UnclearRrule) return unclear.part
    throw unclear
  }
}

function partsOf(text: string): Map<string, string> {
  if (Array.from(text).length > MOST_CHARACTERS) throw new UnclearRrule('FREQ')
  const parts = new Map<string, string>()
  for (const one of text.split(';')) {
    const [, name = '', value = ''] = /^([A-Z]+)=([A-Z0-9+,-]+)$/.exec(one) ?? []
    if (name === '' || parts.has(name)) throw new UnclearRrule(name || Array.from(one).slice(0, 20).join('') || 'FREQ')
    parts.set(name, value)
  }
  return parts
}

function frequencyOf(said: string | undefined): Frequency {
  const known = FREQUENCIES.find((each) => each === said)
  if (known === undefined) throw new UnclearRrule('FREQ')
  return known
}

function counted(said: string | undefined, name: string): number | null {
  if (said === undefined) return null
  if (!/^[0-9]{1,3}$/.test(said) || Number(said) < 1 || Number(said) > MOST) throw new UnclearRrule(name)
  return Number(said)
}

function untilOf(said: string | undefined): string | null {
  if (said === undefined) return null
  const [, year, month, day] = /^([0-9]{4})([0-9]{2})([0-9]{2})$/.exec(said) ?? []
  const until = `${year}-${month}-${day}`
  if (!isDay(until)) throw new UnclearRrule('UNTIL')
  return until
}

function numbers(said: string | undefined, name: string, most: number, signed: boolean): number[] {
  if (said === undefined) return []
  const found = said.split(',').map((one) => (/^[+-]?[0-9]{1,3}$/.test(one) ? Number(one) : 0))
  if (found.some((one) => one === 0 || Math.abs(one) > most || (one < 0 && !signed))) throw new UnclearRrule(name)
  return [...new Set(found)].sort((a, b) => a - b)
}

function weekdaysOf(said: string | undefined): [number, number][] {
  if (said === undefined) return []
  const found = said.split(',').map((one): [number, number] => {
    const [, ordinal, day = ''] = /^([+-]?[0-9]{1,2})?([A-Z]{2})$/.exec(one) ?? []
    if (ordinal !== undefined && (Number(ordinal) === 0 || Math.abs(Number(ordinal)) > 53)) throw new UnclearRrule('BYDAY')
    return [Number(ordinal ?? 0), weekdayOf(day, 'BYDAY')]
  })
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1])
}

function weekdayOf(said: string, part: string): number {
  const place = WEEKDAYS.findIndex((day) => day === said)
  if (place < 0) throw new UnclearRrule(part)
  return place + 1
}

/** What parts may not stand together. */
function checkTogether(rule: Rrule): void {
  const ordinals = rule.weekdays.filter(([ordinal]) => ordinal !== 0).length
  const by_month = rule.frequency === 'MONTHLY' || rule.frequency === 'YEARLY'
  if (rule.count !== null && rule.until !== null) throw new UnclearRrule('COUNT')
  if ((ordinals > 0 && ordinals < rule.weekdays.length) || (ordinals > 0 && !by_month)) throw new UnclearRrule('BYDAY')
  if (rule.month_days.length > 0 && rule.frequency === 'WEEKLY') throw new UnclearRrule('BYMONTHDAY')
  const narrows = rule.weekdays.length + rule.month_days.length + rule.months.length > 0
  if (rule.positions.length > 0 && !(by_month && narrows)) throw new UnclearRrule('BYSETPOS')
}
