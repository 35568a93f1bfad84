/**
 * A signature as vectors. Every path is kept in the box that the first stroke was drawn in, so that rotation, restart and
 * paper show the same signature: screens scale the box, they never scale what is stored.
 */
import type { Point, Strokes } from '@/domain/types'

export interface Box {
  readonly width: number
  readonly height: number
}
type Path = readonly Point[]

/** One operation may hold 128 KiB, and strokes above 32 KiB would have to travel as a blob: a signature never needs that. */
export const MAX_STROKE_BYTES = 30_000
const TENTH = 10

export const NO_STROKES: Strokes = { width: 0, height: 0, paths: [] }

export function hasInk(strokes: Strokes | null): strokes is Strokes {
  return strokes !== null && strokes.paths.some((path) => path.length > 0)
}

/** Add a path that was drawn in `drawnIn` (the pad as it is now) to strokes kept in their own box. */
export function addPath(strokes: Strokes, path: Path, drawnIn: Box): Strokes {
  const box = strokes.paths.length === 0 ? drawnIn : strokes
  const { scale, left, top } = fitting(box, drawnIn)
  const kept = path.map(([x, y]): Point => [tenth((x - left) / scale), tenth((y - top) / scale)])
  return slim({ width: Math.round(box.width), height: Math.round(box.height), paths: [...strokes.paths, kept] })
}

/** The paths as they are drawn on a pad of this size: one scale for both directions, centred. */
export function pathsOn(strokes: Strokes, pad: Box): Path[] {
  const { scale, left, top } = fitting(strokes, pad)
  return strokes.paths.map((path) => path.map(([x, y]): Point => [x * scale + left, y * scale + top]))
}

/** Drawn on a wide pad after a narrow one, ink may lie outside the first box: what is signed has a box around all of it. */
export function boxedIn(strokes: Strokes): Strokes {
  const points = strokes.paths.flat()
  const left = Math.min(0, ...points.map(([x]) => x))
  const top = Math.min(0, ...points.map(([, y]) => y))
  const right = Math.max(strokes.width, ...points.map(([x]) => x))
  const bottom = Math.max(strokes.height, ...points.map(([, y]) => y))
  if (left === 0 && top === 0 && right === strokes.width && bottom === strokes.height) return strokes
  const paths = strokes.paths.map((path) => path.map(([x, y]): Point => [tenth(x - left), tenth(y - top)]))
  return { width: Math.ceil(right - left), height: Math.ceil(bottom - top), paths }
}

export function withoutLast(strokes: Strokes): Strokes {
  return { ...strokes, paths: strokes.paths.slice(0, -1) }
}

/** An SVG path for one stroke: through the midpoints, so that few points still look written. A single point is a dot. */
export function svgPath(path: Path): string {
  const [first, ...rest] = path
  if (!first) return ''
  const last = rest.at(-1)
  if (!last) return `M${first[0]} ${first[1]}h.1`
  const curves = rest.slice(0, -1).map(([x, y], i) => {
    const [nextX, nextY] = rest[i + 1] ?? last
    return `Q${x} ${y} ${tenth((x + nextX) / 2)} ${tenth((y + nextY) / 2)}`
  })
  return `M${first[0]} ${first[1]}${curves.join('')}L${last[0]} ${last[1]}`
}

/** Every second point goes from the longest paths until it fits: a scribble stays legible, a name is never touched. */
function slim(strokes: Strokes): Strokes {
  let slimmer = strokes
  while (JSON.stringify(slimmer.paths).length > MAX_STROKE_BYTES) {
    const longest = Math.max(...slimmer.paths.map((path) => path.length))
    if (longest < 4) return { ...slimmer, paths: slimmer.paths.slice(0, -1) }
    const halved = slimmer.paths.map((path) =>
      path.length > longest / 2 ? path.filter((_, i) => i % 2 === 0 || i === path.length - 1) : path,
    )
    slimmer = { ...slimmer, paths: halved }
  }
  return slimmer
}

function fitting(box: Box, pad: Box): { scale: number; left: number; top: number } {
  if (box.width === 0 || box.height === 0 || pad.width === 0) return { scale: 1, left: 0, top: 0 }
  const scale = Math.min(pad.width / box.width, pad.height / box.height)
  return { scale, left: (pad.width - box.width * scale) / 2, top: (pad.height - box.height * scale) / 2 }
}

const tenth = (number: number): number => Math.round(number * TENTH) / TENTH
