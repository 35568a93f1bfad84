/** Drawing on a photo: marks are points in 0..1 of the picture, so they fit every size it is ever shown or printed in. */
import type { Mark, Markup, Point } from '@/domain/types'

export type Tool = Mark['kind'] | 'hide'
export interface Size {
  readonly width: number
  readonly height: number
}
/** Corners in 0..1 of the picture. */
export interface Area {
  readonly from: Point
  readonly to: Point
}

/** A slip shorter than this (of the picture's width) is a touch, not a mark. */
const LEAST_SPAN = 0.015
const FINE = 10_000

/** What a stroke of the finger becomes: ring and arrow need two points, drawing keeps them all. */
export function markOf(tool: Exclude<Tool, 'text' | 'hide'>, path: readonly Point[]): Mark | null {
  const first = path[0]
  const last = path.at(-1)
  if (!first || !last || isTouch(path)) return null
  return { kind: tool, points: tool === 'draw' ? thinned(path).map(fine) : [fine(first), fine(last)] }
}

export function textMark(at: Point, text: string): Mark | null {
  const words = text.trim()
  return words === '' ? null : { kind: 'text', points: [fine(at)], text: words }
}

export function areaOf(path: readonly Point[]): Area | null {
  const first = path[0]
  const last = path.at(-1)
  if (!first || !last || isTouch(path)) return null
  return {
    from: [Math.max(0, Math.min(first[0], last[0])), Math.max(0, Math.min(first[1], last[1]))],
    to: [Math.min(1, Math.max(first[0], last[0])), Math.min(1, Math.max(first[1], last[1]))],
  }
}

export function emptyMarkup({ width, height }: Size): Markup {
  return { width, height, marks: [] }
}

function isTouch(path: readonly Point[]): boolean {
  const [x0, y0] = path[0] ?? [0, 0]
  return path.every(([x, y]) => Math.hypot(x - x0, y - y0) < LEAST_SPAN)
}

/** Points closer than a quarter of the least span add bytes, not shape. */
function thinned(path: readonly Point[]): Point[] {
  return path.reduce<Point[]>((kept, point, i) => {
    const last = kept.at(-1)
    const far = !last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= LEAST_SPAN / 4
    return far || i === path.length - 1 ? [...kept, point] : kept
  }, [])
}

const fine = ([x, y]: Point): Point => [Math.round(clamp(x) * FINE) / FINE, Math.round(clamp(y) * FINE) / FINE]
const clamp = (n: number): number => Math.min(1, Math.max(0, n))
