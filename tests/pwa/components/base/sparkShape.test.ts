import { describe, expect, it } from 'vitest'
import { LINE_WIDTH, sparkShape } from '@/components/sparkShape'

const shape = (values: number[], current: number | null = null, low: number | null = 15, high: number | null = 30) =>
  sparkShape({ values, low, high, height: 70, current })

describe('a reading line', () => {
  it('runs from left to right inside its picture', () => {
    const { points } = shape([24.1, 24.6, 25.2])
    expect(points.map(({ x }) => x)).toEqual([8, 123, 238])
    expect(points.every(({ x, y }) => x <= LINE_WIDTH && y >= 0 && y <= 70)).toBe(true)
  })
  it('lies lower the smaller the value', () => {
    const [first, last] = shape([24, 26]).points
    expect(first?.y).toBeGreaterThan(last?.y ?? Infinity)
  })
  it('keeps the typed value apart, beyond the limit when it is', () => {
    const { points, current, high_y } = shape([24, 26], 31.8)
    expect(points).toHaveLength(2)
    expect(current?.y).toBeLessThan(high_y ?? -1)
  })
  it('keeps the two limits’ words apart when a typed value dwarfs them, the lines where they belong', () => {
    const { high_text, low_text, high_y, low_y } = shape([220, 221], 999, 209, 231)
    expect((low_text ?? 0) - (high_text ?? 0)).toBeGreaterThanOrEqual(12)
    expect((low_y ?? 0) - (high_y ?? 0)).toBeLessThan(3)
    expect(low_text).toBeLessThanOrEqual(70)
  })
  it('has a band to the edge where there is one limit only', () => {
    expect(shape([44, 45], null, null, 70).band).toMatchObject({ y: 8, height: 62 })
    expect(shape([44, 45], null, null, null).band).toBeNull()
  })
  it('survives five equal values without limits', () => {
    expect(shape([5, 5, 5], null, null, null).points.map(({ y }) => y)).toEqual([8, 8, 8])
  })
})
