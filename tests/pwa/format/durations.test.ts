import { describe, expect, it } from 'vitest'
import { clockFigure } from '@/format/durations'

const days = (d: number, h: number) => `${d} d ${h} h`
const S = 1_000

describe('a clock', () => {
  it('counts hours, minutes and seconds under a day', () => {
    expect(clockFigure(5_380 * S, days)).toBe('1:29:40')
    expect(clockFigure(61 * S, days)).toBe('0:01:01')
  })
  it('says days and hours from a day on', () => {
    expect(clockFigure(97_200 * S, days)).toBe('1 d 3 h')
  })
  it('counts up with a true minus past its limit', () => {
    expect(clockFigure(-380 * S, days)).toBe('−0:06:20')
  })
  it('is at zero neither early nor late', () => {
    expect(clockFigure(0, days)).toBe('0:00:00')
    expect(clockFigure(400, days)).toBe('0:00:01')
    expect(clockFigure(-400, days)).toBe('−0:00:00')
  })
})
