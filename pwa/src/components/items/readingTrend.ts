import type { Reading } from '@/domain/types'
import { decimal } from '@/rules/decimal'

/** "Risen 5 times running, +1.5 each": the sentence that asks for a photo before a limit is passed. */
export interface Trend {
  readonly heading: 'rising' | 'falling'
  readonly times: number
  readonly average: string
}

const NOTEWORTHY_STEPS = 3

/** How often in a row it went the same way, the new reading included; null below three steps: two points are no trend. */
export function trendOf(earlier: readonly Reading[], reading: string): Trend | null {
  const values = [...earlier.map((entry) => entry.value), reading]
  const steps = values.slice(1).map((value, at) => Math.sign(Number(value) - Number(values[at])))
  const direction = steps.at(-1) ?? 0
  const broken = [...steps].reverse().findIndex((step) => step !== direction)
  const times = broken === -1 ? steps.length : broken
  const first = values.at(-1 - times)
  if (direction === 0 || times < NOTEWORTHY_STEPS || first === undefined || decimal(first) === null) return null
  const places = Math.max(1, ...values.map((value) => value.split('.')[1]?.length ?? 0))
  const average = ((Number(reading) - Number(first)) / times).toFixed(places)
  return { heading: direction > 0 ? 'rising' : 'falling', times, average: direction > 0 ? `+${average}` : average }
}
