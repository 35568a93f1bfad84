import { describe, expect, it } from 'vitest'
import { markShapes } from '@/components/markShapes'

const draw = (mark: Parameters<typeof markShapes>[0]['marks'][number]) => markShapes({ width: 200, height: 100, marks: [mark] })[0]

describe('marks on a photo', () => {
  it('are ellipses for a ring', () => {
    expect(draw({ kind: 'ring', points: [[0.1, 0.2], [0.5, 0.6]] })?.path).toBe('M20 40A40 20 0 1 1 100 40A40 20 0 1 1 20 40Z')
  })
  it('have a head for an arrow', () => {
    expect(draw({ kind: 'arrow', points: [[0, 0], [0.5, 0]] })?.path.match(/M/g)).toHaveLength(3)
  })
  it('follow a drawn line', () => {
    expect(draw({ kind: 'draw', points: [[0, 0], [0.5, 0.5], [1, 0]] })?.path).toBe('M0 0L100 50L200 0')
  })
  it('place a text at its point', () => {
    expect(draw({ kind: 'text', points: [[0.5, 0.5]], text: '积灰' })).toMatchObject({ text: '积灰', x: 100, y: 50 })
  })
  it('leave out what has no point', () => {
    expect(markShapes({ width: 10, height: 10, marks: [{ kind: 'draw', points: [] }] })).toEqual([])
  })
})
