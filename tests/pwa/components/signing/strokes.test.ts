import { describe, expect, it } from 'vitest'
import { addPath, boxedIn, hasInk, MAX_STROKE_BYTES, NO_STROKES, pathsOn, svgPath, withoutLast } from '@/components/signing/strokes'

const portrait = { width: 328, height: 168 }
const landscape = { width: 656, height: 168 }

describe('a stroke', () => {
  it('is kept in the box that the first one was drawn in', () => {
    expect(addPath(NO_STROKES, [[10, 20], [30.123, 40]], portrait)).toEqual({ ...portrait, paths: [[[10, 20], [30.1, 40]]] })
  })
  it('drawn after the phone was turned lies where it was drawn', () => {
    const first = addPath(NO_STROKES, [[0, 0], [328, 168]], portrait)
    const both = addPath(first, [[328, 84], [330, 84]], landscape)
    expect(pathsOn(both, landscape)[1]).toEqual([[328, 84], [330, 84]])
  })
  it('is drawn again on another pad without being bent', () => {
    const [path] = pathsOn(addPath(NO_STROKES, [[0, 0], [100, 100]], portrait), { width: 164, height: 84 })
    expect(path).toEqual([[0, 0], [50, 50]])
  })
  it('is undone alone', () => {
    const two = addPath(addPath(NO_STROKES, [[1, 1]], portrait), [[2, 2]], portrait)
    expect(withoutLast(two).paths).toEqual([[[1, 1]]])
  })
})

describe('a signature', () => {
  it('has ink once something was drawn', () => {
    expect(hasInk(NO_STROKES)).toBe(false)
    expect(hasInk(addPath(NO_STROKES, [[1, 1]], portrait))).toBe(true)
  })
  it('that runs over its first box gets one around all of it', () => {
    const wide = { ...portrait, paths: [[[-20, 10], [340, 60]] as const] }
    expect(boxedIn(wide)).toEqual({ width: 360, height: 168, paths: [[[0, 10], [360, 60]]] })
  })
  it('is left alone when it fits', () => {
    const small = { ...portrait, paths: [[[1, 2]] as const] }
    expect(boxedIn(small)).toBe(small)
  })
  it('fits into an operation however long somebody scribbles', () => {
    const scribble = Array.from({ length: 20_000 }, (_, at) => [at % 328, (at * 7) % 168] as const)
    const kept = addPath(addPath(NO_STROKES, [[1, 1], [2, 2]], portrait), scribble, portrait)
    expect(JSON.stringify(kept.paths).length).toBeLessThanOrEqual(MAX_STROKE_BYTES)
    expect(kept.paths[0]).toEqual([[1, 1], [2, 2]])
  })
  it('is a curve through its points, a dot when it is one point', () => {
    expect(svgPath([[1, 1]])).toBe('M1 1h.1')
    expect(svgPath([[0, 0], [10, 0], [10, 10]])).toBe('M0 0Q10 0 10 5L10 10')
  })
})
