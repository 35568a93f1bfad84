import { describe, expect, it } from 'vitest'
import { daysOfWeek, hoursOf, instantsOf, mondayOf, repeated } from '@/components/roster/week'
import type { Shift } from '@/domain/types'

const SHANGHAI = 'Asia/Shanghai'
const shift = (id: string, starts_at: string, ends_at: string, more: Partial<Shift> = {}): Shift => ({
  id, person_id: 'anna', duty: 'first', note: null, cancelled_at: null, starts_at, ends_at, ...more,
})

describe('the hours of a shift', () => {
  it('are the wall clock of the project, a night ending on the next day', () => {
    const night = { day: '2026-11-22', from: '20:00', to: '08:00' }
    const instants = { starts_at: '2026-11-22T12:00:00.000Z', ends_at: '2026-11-23T00:00:00.000Z' }
    expect(instantsOf(night, SHANGHAI)).toEqual(instants)
    expect(hoursOf(instants, SHANGHAI)).toEqual(night)
  })

  it('from eight to eight are a whole day', () => {
    expect(instantsOf({ day: '2026-11-22', from: '08:00', to: '08:00' }, SHANGHAI)).toEqual({ starts_at: '2026-11-22T00:00:00.000Z', ends_at: '2026-11-23T00:00:00.000Z' })
  })
})

describe('a week', () => {
  it('begins on Monday', () => {
    expect(mondayOf('2026-11-22')).toBe('2026-11-16')
    expect(daysOfWeek('2026-11-16')).toHaveLength(7)
  })

  it('is repeated at the same hours of the clock, over a change of the clocks too', () => {
    const copies = repeated([shift('s1', '2026-10-20T18:00:00.000Z', '2026-10-21T06:00:00.000Z')], '2026-10-19', 'Europe/Berlin')
    expect(copies).toMatchObject([{ starts_at: '2026-10-27T19:00:00.000Z', ends_at: '2026-10-28T07:00:00.000Z' }])
  })

  it('is repeated but for what is planned there already', () => {
    const [mine, there] = [shift('s1', '2026-11-16T00:00:00.000Z', '2026-11-16T12:00:00.000Z'), shift('s2', '2026-11-23T00:00:00.000Z', '2026-11-23T10:00:00.000Z')]
    expect(repeated([mine], '2026-11-16', SHANGHAI)).toHaveLength(1)
    expect(repeated([mine, there], '2026-11-16', SHANGHAI)).toEqual([])
    expect(repeated([mine, { ...there, person_id: 'ben' }], '2026-11-16', SHANGHAI)).toHaveLength(1)
  })
})
