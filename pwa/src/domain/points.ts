import type { Point, Strokes } from './documents'

/** A ten-thousandth of the edge is finer than any pen; more digits only fill the operation's 128 KiB. */
const round = (fraction: number): number => Math.round(fraction * 10_000) / 10_000

export const roundedPoint = ([x, y]: Point): Point => [round(x), round(y)]

export const roundedStrokes = (strokes: Strokes): Strokes => ({
  ...strokes, paths: strokes.paths.filter((path) => path.length > 0).map((path) => path.map(roundedPoint)),
})
