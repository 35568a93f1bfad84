import { describe, expect, it } from 'vitest'
import { dayAndTime, dayName, dayOrTime, exactTime, hoursMinutes, isoDay } from '@/format/times'

const SHANGHAI = { language: 'zh-CN', time_zone: 'Asia/Shanghai' }
const LONDON = { language: 'en', time_zone: 'Europe/London' }
const at = (iso: string) => new Date(iso)
const NOW = at('2026-11-22T06:02:00Z')

describe('times of the project, wherever the phone is', () => {
  it('are hours and minutes', () => {
    expect(hoursMinutes(NOW, SHANGHAI)).toBe('14:02')
    expect(hoursMinutes(NOW, LONDON)).toBe('06:02')
  })
  it('have seconds where they prove something', () => {
    expect(exactTime(at('2026-11-22T06:03:07Z'), SHANGHAI)).toBe('14:03:07')
  })
  it('say midnight as 00, not 24', () => {
    expect(hoursMinutes(at('2026-11-21T16:00:00Z'), SHANGHAI)).toBe('00:00')
  })
  it('belong to the project’s day', () => {
    expect(isoDay(at('2026-11-21T17:00:00Z'), SHANGHAI)).toBe('2026-11-22')
  })
})

describe('a day', () => {
  it('is named in the reader’s language', () => {
    expect(dayName('2026-11-22', SHANGHAI)).toBe('11月22日 周日')
    expect(dayName('2026-11-22', LONDON)).toBe('Sun 22 Nov')
  })
  it('is a time today, a name within the week, a date beyond', () => {
    expect(dayOrTime(at('2026-11-22T01:20:00Z'), NOW, SHANGHAI)).toBe('09:20')
    expect(dayOrTime(at('2026-11-19T01:20:00Z'), NOW, SHANGHAI)).toBe('11月19日 周四')
    expect(dayOrTime(at('2026-10-01T01:20:00Z'), NOW, SHANGHAI)).toBe('2026-10-01')
  })
  it('keeps its time on another day', () => {
    expect(dayAndTime(at('2026-11-21T01:20:00Z'), NOW, SHANGHAI)).toBe('11月21日 周六 09:20')
    expect(dayAndTime(at('2026-11-22T01:20:00Z'), NOW, SHANGHAI)).toBe('09:20')
  })
})
