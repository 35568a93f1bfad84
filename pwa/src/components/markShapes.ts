import type { Mark, Markup } from '@/domain/types'

/** SVG geometry of the marks on a photo. Points are fractions of width and height. Pure. */
export interface MarkShape {
  readonly path: string
  readonly text: string | null
  readonly x: number
  readonly y: number
}

const HEAD_PER_LENGTH = 0.28
const HEAD_ANGLE = Math.PI / 7

type Spot = readonly [number, number]

export function markShapes({ width, height, marks }: Markup): MarkShape[] {
  return marks.flatMap((mark) => {
    const spots = mark.points.map(([x, y]): Spot => [x * width, y * height])
    const first = spots[0]
    if (!first) return []
    return [{ path: pathOf(mark, spots), text: mark.kind === 'text' ? (mark.text ?? '') : null, x: first[0], y: first[1] }]
  })
}

function pathOf(mark: Mark, spots: readonly Spot[]): string {
  const from = spots[0]
  const to = spots.at(-1)
  if (!from || !to || mark.kind === 'text') return ''
  if (mark.kind === 'ring') return ring(from, to)
  if (mark.kind === 'arrow') return arrow(from, to)
  return spots.map(([x, y], at) => `${at ? 'L' : 'M'}${fixed(x)} ${fixed(y)}`).join('')
}

/** An ellipse in the box between two opposite corners. */
function ring([x1, y1]: Spot, [x2, y2]: Spot): string {
  const rx = fixed(Math.abs(x2 - x1) / 2)
  const ry = fixed(Math.abs(y2 - y1) / 2)
  const left = Math.min(x1, x2)
  const right = Math.max(x1, x2)
  const middle = fixed((y1 + y2) / 2)
  return `M${fixed(left)} ${middle}A${rx} ${ry} 0 1 1 ${fixed(right)} ${middle}A${rx} ${ry} 0 1 1 ${fixed(left)} ${middle}Z`
}

function arrow([x1, y1]: Spot, [x2, y2]: Spot): string {
  const direction = Math.atan2(y2 - y1, x2 - x1)
  const head = Math.hypot(x2 - x1, y2 - y1) * HEAD_PER_LENGTH
  const barb = (side: number) =>
    `M${fixed(x2)} ${fixed(y2)}L${fixed(x2 - head * Math.cos(direction + side))} ${fixed(y2 - head * Math.sin(direction + side))}`
  return `M${fixed(x1)} ${fixed(y1)}L${fixed(x2)} ${fixed(y2)}${barb(HEAD_ANGLE)}${barb(-HEAD_ANGLE)}`
}

const fixed = (figure: number) => Math.round(figure * 10) / 10
