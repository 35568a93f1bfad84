/**
 * Readings: what a person typed, how it stands to its limits, to the last one, to the last five.
 * A reading is a decimal string for ever: 27.90 is never a float, on no side of the wire.
 */
import type { Reading, TemplateItem } from '../domain/types'
import { trimmed } from './blank'
import { compare, decimal, magnitude, plain, signed, subtract, times } from './decimal'
import type { Decimal } from './decimal'

export type ReadingVerdict = 'below' | 'within' | 'above'
export type ReadingProblem = 'empty' | 'not_a_number' | 'ambiguous_comma' | 'too_many_decimals' | 'too_long'
export type Limits = Pick<TemplateItem, 'low' | 'high'>
export type Series = Readonly<Record<string, readonly Reading[]>>

export interface ParsedReading {
  readonly reading: string | null
  readonly problem: ReadingProblem | null
}

/** The figures of the sentence under a reading: "1.8 above the limit, +3.9 since last time". */
export interface Drift {
  readonly verdict: ReadingVerdict | null
  readonly beyond: string | null
  readonly since_last: string | null
  readonly since_first: string | null
  readonly heading: 'rising' | 'falling' | null
  readonly unlikely: boolean
}

export const SERIES_LENGTH = 5
export const UNLIKELY_FACTOR = 5
export const MAX_DIGITS = 15

const TYPED = /^([+-]?)([0-9]*)(?:([.,])([0-9]*))?$/
// What an input method in Chinese mode puts where a digit, a sign or a point was meant.
const MEANT: Readonly<Record<string, string>> = { '－': '-', '−': '-', '–': '-', '＋': '+', '．': '.', '。': '.', '，': ',' }

/** Read what was typed; the reading comes back with exactly the template's decimals, never rounded. */
export function parseReading(typed: string, decimals: number | null): ParsedReading {
  const text = trimmed(typed).replace(/[０-９－−–＋．。，]/g, (typedForm) => MEANT[typedForm] ?? halfWidth(typedForm))
  if (text === '') return refused('empty')
  const [, sign, digits = '', mark, typedFraction = ''] = TYPED.exec(text) ?? []
  if (digits === '' && typedFraction === '') return refused('not_a_number')
  const whole = digits.replace(/^0+/, '') || '0'
  if (mark === ',' && typedFraction.length === 3 && whole !== '0') return refused('ambiguous_comma')
  if (decimals !== null && /[1-9]/.test(typedFraction.slice(decimals))) return refused('too_many_decimals')
  const fraction = decimals === null ? typedFraction : typedFraction.slice(0, decimals).padEnd(decimals, '0')
  if (whole.length + fraction.length > MAX_DIGITS) return refused('too_long')
  const number = fraction === '' ? whole : `${whole}.${fraction}`
  return { reading: sign === '-' && /[1-9]/.test(number) ? `-${number}` : number, problem: null }
}

/** Below, within or above the item's limits; a limit itself is still within. Null without a reading. */
export function readingVerdict(item: Limits, reading: string | null): ReadingVerdict | null {
  const [value, low, high] = [decimal(reading), decimal(item.low), decimal(item.high)]
  if (value === null) return null
  if (low !== null && compare(value, low) < 0) return 'below'
  return high !== null && compare(value, high) > 0 ? 'above' : 'within'
}

/**
 * Five times the last one or more, a fifth or less, or the other sign: a slip more often than a fault.
 * Where the limits lie on both sides of zero the sign changes by nature.
 */
export function isUnlikely(item: Limits, reading: string | null, last: string | null): boolean {
  const [value, before] = [decimal(reading), decimal(last)]
  if (value === null || before === null || before.digits === 0n) return false
  if (value.digits < 0n !== before.digits < 0n && value.digits !== 0n && !isAroundZero(item)) return true
  const [size, sizeBefore] = [magnitude(value), magnitude(before)]
  return compare(size, times(sizeBefore, UNLIKELY_FACTOR)) >= 0 || compare(times(size, UNLIKELY_FACTOR), sizeBefore) <= 0
}

function isAroundZero({ low, high }: Limits): boolean {
  const [least, most] = [decimal(low), decimal(high)]
  return least !== null && most !== null && least.digits < 0n && most.digits > 0n
}

/** Equal as numbers: 27.9 and 27.90 are one finding. */
export function sameReading(one: string | null, other: string | null): boolean {
  const [a, b] = [decimal(one), decimal(other)]
  return a === null || b === null ? one === other : compare(a, b) === 0
}

/** The last five with this one: at most one a round, oldest first, whichever arrived first. */
export function withReading(entries: readonly Reading[], entry: Reading): Reading[] {
  const inOrder = [...withoutReading(entries, entry.round_id), entry].sort(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.round_id < b.round_id ? -1 : 1),
  )
  return inOrder.slice(-SERIES_LENGTH)
}

export const withoutReading = (entries: readonly Reading[], roundId: string): Reading[] =>
  entries.filter((entry) => entry.round_id !== roundId)

/** A readings document's series after a round's reading was taken, corrected or (null) withdrawn. */
export function updateSeries(
  series: Series,
  checkKey: string,
  roundId: string,
  entry: Reading | null,
): Record<string, readonly Reading[]> {
  const { [checkKey]: entries = [], ...others } = series
  const kept = entry === null ? withoutReading(entries, roundId) : withReading(entries, entry)
  return kept.length > 0 ? { ...others, [checkKey]: kept } : others
}

/** Compare a reading with its limits and with the earlier ones (oldest first, without itself). */
export function drift(item: Limits, reading: string | null, earlier: readonly Reading[]): Drift {
  const value = decimal(reading)
  const past = earlier.map((entry) => decimal(entry.value)).filter((number) => number !== null)
  const verdict = readingVerdict(item, reading)
  const limit = verdict === 'below' ? decimal(item.low) : verdict === 'above' ? decimal(item.high) : null
  const since = (before: Decimal | undefined): string | null =>
    value !== null && before !== undefined ? signed(subtract(value, before)) : null
  return {
    verdict,
    beyond: value !== null && limit !== null ? plain(magnitude(subtract(value, limit))) : null,
    since_last: since(past.at(-1)),
    since_first: past.length > 1 ? since(past[0]) : null,
    heading: value === null ? null : heading([...past, value]),
    unlikely: isUnlikely(item, reading, earlier.at(-1)?.value ?? null),
  }
}

/** Steadily up or down over the last three or more. */
function heading(values: readonly Decimal[]): 'rising' | 'falling' | null {
  const steps = values.slice(1).map((value, i) => compare(value, values[i] ?? value))
  if (steps.length < 2) return null
  if (steps.every((step) => step > 0)) return 'rising'
  return steps.every((step) => step < 0) ? 'falling' : null
}

const refused = (problem: ReadingProblem): ParsedReading => ({ reading: null, problem })

const halfWidth = (character: string): string => String.fromCharCode(character.charCodeAt(0) - 0xfee0)
