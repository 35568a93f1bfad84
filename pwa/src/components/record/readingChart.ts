/** Where readings and their limits lie in a chart of them. Pure geometry; time runs from left to right. */
import type { MeasuredReading } from '@/domain/types'

export const WIDTH = 340
export const HEIGHT = 138
const LEFT = 6
const RIGHT = 6
const TOP = 12
const BOTTOM = 6

export interface ChartPoint { readonly id: string; readonly x: number; readonly y: number; readonly out: boolean }
export interface ChartShape {
  readonly points: readonly ChartPoint[]
  /** Of the readings, and of the limits as they held over time; "" where there were none. */
  readonly line: string
  readonly high: string
  readonly low: string
  readonly high_y: number | null
  readonly low_y: number | null
  readonly top: number
  readonly bottom: number
}

export function chartShape(readings: readonly MeasuredReading[]): ChartShape {
  const values = readings.map(({ value }) => Number(value))
  const limits = readings.flatMap(({ low, high }) => [low, high].flatMap((limit) => (limit === null ? [] : [Number(limit)])))
  const top = Math.max(...values, ...limits)
  const bottom = Math.min(...values, ...limits)
  const times = readings.map(({ at }) => Date.parse(at))
  const first = Math.min(...times)
  const span = Math.max(...times) - first || 1
  const spread = top - bottom || 1
  const x = (time: number): number => round(readings.length === 1 ? WIDTH / 2 : LEFT + ((time - first) / span) * (WIDTH - LEFT - RIGHT))
  const y = (value: number): number => round(TOP + ((top - value) / spread) * (HEIGHT - TOP - BOTTOM))
  const points = readings.map((reading, at) => ({
    id: reading.id, x: x(times[at] ?? first), y: y(values[at] ?? 0), out: reading.verdict === 'above' || reading.verdict === 'below',
  }))
  const last = readings.at(-1)
  const at_end = (limit: string | null | undefined): number | null => (limit == null ? null : y(Number(limit)))
  return {
    points,
    line: points.map(({ x: px, y: py }, at) => `${at === 0 ? 'M' : 'L'}${px} ${py}`).join(''),
    high: steps(readings.map(({ high }, at) => [points[at]?.x ?? 0, high === null ? null : y(Number(high))])),
    low: steps(readings.map(({ low }, at) => [points[at]?.x ?? 0, low === null ? null : y(Number(low))])),
    high_y: at_end(last?.high),
    low_y: at_end(last?.low),
    top,
    bottom,
  }
}

/** A limit holds until another one does. */
function steps(places: readonly (readonly [number, number | null])[]): string {
  let path = ''
  let before: number | null = null
  for (const [x, y] of places) {
    if (y !== null) path += before === null ? `M${path === '' ? LEFT : x} ${y}` : y === before ? '' : `H${x}V${y}`
    else if (before !== null) path += `H${x}`
    before = y
  }
  return before === null ? path : `${path}H${WIDTH - RIGHT}`
}

const round = (figure: number): number => Math.round(figure * 10) / 10
