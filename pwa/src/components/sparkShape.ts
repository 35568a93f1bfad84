/** Where the points of a reading line and its limits lie in a 300-unit wide picture. Pure geometry. */
export interface SparkInput {
  readonly values: readonly number[]
  readonly low: number | null
  readonly high: number | null
  readonly height: number
  /** The value being typed now: one more point, coloured by its verdict. */
  readonly current: number | null
}
export interface SparkPoint {
  readonly x: number
  readonly y: number
}
export interface SparkShape {
  readonly points: SparkPoint[]
  readonly current: SparkPoint | null
  readonly band: { y: number; height: number } | null
  readonly high_y: number | null
  readonly low_y: number | null
  /** Baselines of the limits' words: beside their lines, but never over each other. */
  readonly high_text: number | null
  readonly low_text: number | null
}

export const LINE_WIDTH = 248
const EDGE = 8
/** From a line to the baseline of the words beside it, and the least from one baseline to the next. */
const BASELINE = 4
const LINE_HEIGHT = 13

export function sparkShape({ values, low, high, height, current }: SparkInput): SparkShape {
  const shown = current === null ? values : [...values, current]
  const figures = [...shown, ...[low, high].filter((limit) => limit !== null)]
  const top = Math.max(...figures)
  const bottom = Math.min(...figures)
  const spread = top - bottom || 1
  const y = (value: number) => round(EDGE + ((top - value) / spread) * (height - 2 * EDGE))
  const step = shown.length > 1 ? (LINE_WIDTH - 18) / (shown.length - 1) : 0
  const points = shown.map((value, at) => ({ x: round(EDGE + at * step), y: y(value) }))
  const ceiling = high === null ? 0 : y(high)
  const floor = low === null ? height : y(low)

  return {
    points: current === null ? points : points.slice(0, -1),
    current: current === null ? null : (points.at(-1) ?? null),
    band: low === null && high === null ? null : { y: ceiling, height: round(floor - ceiling) },
    high_y: high === null ? null : y(high),
    low_y: low === null ? null : y(low),
    ...limitWords(high === null ? null : y(high), low === null ? null : y(low), height),
  }
}

function limitWords(high: number | null, low: number | null, height: number): Pick<SparkShape, 'high_text' | 'low_text'> {
  if (high === null || low === null) return { high_text: high && high + BASELINE, low_text: low && low + BASELINE }
  const middle = (high + low) / 2 + BASELINE
  const apart = Math.max(low - high, LINE_HEIGHT) / 2
  const lowest = Math.max(Math.min(middle + apart, height - 1), 2 * LINE_HEIGHT)
  return { high_text: round(Math.min(middle - apart, lowest - LINE_HEIGHT)), low_text: round(lowest) }
}

const round = (figure: number) => Math.round(figure * 10) / 10
