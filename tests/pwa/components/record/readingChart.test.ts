import { describe, expect, it } from 'vitest'
import { chartShape, HEIGHT, WIDTH } from '@/components/record/readingChart'
import type { MeasuredReading } from '@/domain/types'

const reading = (day: string, value: string, low: string | null = null, high: string | null = null): MeasuredReading => ({
  id: day, check_key: 'load', value, at: `${day}T08:00:00Z`, by: null, round_id: 'r', number: null, low, high,
  verdict: high !== null && Number(value) > Number(high) ? 'above' : 'within',
})

describe('a chart of readings', () => {
  it('lies by time, not one beside the other', () => {
    const { points } = chartShape([reading('2026-01-01', '1'), reading('2026-01-02', '2'), reading('2026-01-11', '3')])
    const [first, second, third] = points.map(({ x }) => x)
    expect((second ?? 0) - (first ?? 0)).toBeCloseTo(((third ?? 0) - (first ?? 0)) / 10, 0)
  })
  it('shows all of it, limits and negative values too', () => {
    const shape = chartShape([reading('2026-01-01', '-5', '-10', '30'), reading('2026-01-02', '35', '-10', '30')])
    expect([shape.top, shape.bottom]).toEqual([35, -10])
    for (const { x, y } of shape.points) expect(x >= 0 && x <= WIDTH && y >= 0 && y <= HEIGHT).toBe(true)
    expect(shape.points.map(({ out }) => out)).toEqual([false, true])
  })
  it('a limit that was changed is drawn as it was then', () => {
    const { high } = chartShape([reading('2026-01-01', '1', null, '30'), reading('2026-01-02', '1', null, '20'), reading('2026-01-03', '1')])
    expect(high.match(/V/g)).toHaveLength(1)
  })
  it('one reading stands in the middle; the same ones lie on one line', () => {
    expect(chartShape([reading('2026-01-01', '7')]).points).toEqual([{ id: '2026-01-01', x: WIDTH / 2, y: 12, out: false }])
    expect(new Set(chartShape([reading('2026-01-01', '7'), reading('2026-01-02', '7')]).points.map(({ y }) => y)).size).toBe(1)
  })
})
