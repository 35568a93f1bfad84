/** The sentences under a reading need figures: how far outside, how far from last time, whether it keeps rising. */
export interface Limits {
  readonly low: string | null
  readonly high: string | null
}
export interface PastReading {
  readonly value: string
  readonly at: string
}
export type Trend = { readonly direction: 'up' | 'down'; readonly times: number; readonly average: string }

/** Decimal strings, subtracted without the noise of binary fractions: 31.8 − 30 is 1.8. */
export function difference(a: string, b: string): string {
  const places = Math.max(decimalsOf(a), decimalsOf(b))
  return (Number(a) - Number(b)).toFixed(places)
}

function decimalsOf(number: string): number {
  return number.split('.')[1]?.length ?? 0
}

export function outsideBy(reading: string, limits: Limits): { side: 'above' | 'below'; by: string } | null {
  if (limits.high !== null && Number(reading) > Number(limits.high)) return { side: 'above', by: difference(reading, limits.high) }
  if (limits.low !== null && Number(reading) < Number(limits.low)) return { side: 'below', by: difference(limits.low, reading) }
  return null
}

const NOTEWORTHY_STEPS = 3

/** How often in a row it rose (or fell), the new reading included; null below three steps: two points are no trend. */
export function trendOf(past: readonly PastReading[], reading: string): Trend | null {
  const values = [...past.map((entry) => entry.value), reading]
  const steps = values.slice(1).map((value, i) => Number(value) - Number(values[i]))
  const last = Math.sign(steps.at(-1) ?? 0)
  if (last === 0) return null
  const broken = [...steps].reverse().findIndex((step) => Math.sign(step) !== last)
  const times = broken === -1 ? steps.length : broken
  if (times < NOTEWORTHY_STEPS) return null
  const first = values.at(-1 - times) ?? reading
  const places = Math.max(...values.map(decimalsOf), 1)
  return { direction: last > 0 ? 'up' : 'down', times, average: ((Number(reading) - Number(first)) / times).toFixed(places) }
}

const FACTOR = 4
const SPREADS = 6

/**
 * A slip of the finger (279 for 27.9), not a finding: far outside what this asset ever showed *and* far outside the limits.
 * It only asks; a real 279 is confirmed with one tap.
 */
export function isUnlikely(reading: string, past: readonly PastReading[], limits: Limits): boolean {
  const value = Number(reading)
  const known = [...past.map((entry) => Number(entry.value)), ...[limits.low, limits.high].filter((limit) => limit !== null).map(Number)]
  const last = past.at(-1)
  if (known.length < 2 && !last) return false
  const low = Math.min(...known)
  const high = Math.max(...known)
  const spread = Math.max(high - low, Math.abs(high) * 0.05)
  if (value >= low - spread && value <= high + spread) return false
  if (!last) return value > high + SPREADS * spread || value < low - SPREADS * spread
  return isFarFrom(value, Number(last.value), spread)
}

function isFarFrom(value: number, last: number, spread: number): boolean {
  if (value === 0 || last === 0 || Math.sign(value) !== Math.sign(last)) return Math.abs(value - last) > SPREADS * spread
  const ratio = Math.abs(value / last)
  return ratio >= FACTOR || ratio <= 1 / FACTOR
}
