import { describe, expect, it } from 'vitest'
import { areaOf, markOf, textMark } from '@/components/photos/marks'

describe('a stroke of the finger', () => {
  it('is a ring between the two corners it went', () => {
    expect(markOf('ring', [[0.1, 0.1], [0.3, 0.2], [0.5, 0.6]])).toEqual({ kind: 'ring', points: [[0.1, 0.1], [0.5, 0.6]] })
  })
  it('is an arrow from where it began to where it points', () => {
    expect(markOf('arrow', [[0.9, 0.1], [0.6, 0.4]])?.points).toEqual([[0.9, 0.1], [0.6, 0.4]])
  })
  it('keeps its whole way as a drawing', () => {
    expect(markOf('draw', [[0, 0], [0.1, 0.2], [0.3, 0.1]])?.points.length).toBe(3)
  })
  it('drops points that add no shape', () => {
    const path = Array.from({ length: 500 }, (_, at) => [at / 500, 0.5] as const)
    expect(markOf('draw', path)?.points.length).toBeLessThan(280)
  })
  it('that went nowhere is a touch, not a mark', () => expect(markOf('ring', [[0.5, 0.5], [0.505, 0.5]])).toBeNull())
  it('stays inside the picture', () => expect(markOf('arrow', [[0.5, 0.5], [1.2, -0.1]])?.points[1]).toEqual([1, 0]))
})

it('writes words where they were put, and nothing for none', () => {
  expect(textMark([0.2, 0.3], ' 积灰 ')).toEqual({ kind: 'text', points: [[0.2, 0.3]], text: '积灰' })
  expect(textMark([0.2, 0.3], '  ')).toBeNull()
})
it('hides an area whichever way it was drawn', () => {
  expect(areaOf([[0.8, 0.7], [0.2, 0.1]])).toEqual({ from: [0.2, 0.1], to: [0.8, 0.7] })
})
