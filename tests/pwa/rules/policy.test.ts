import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/domain/types'
import { isoWeekday } from '@/rules/days'
import { defaultPolicy } from '@/rules/defaultPolicy'
import { policyChanges } from '@/rules/policyChanges'
import { CHINA_2026 } from '@/rules/publicHolidays'
import { policyWith } from './clockVectors'

describe('the clock policy', () => {
  it('is the contract’s where nobody said otherwise, as on the server', () => {
    expect(defaultPolicy()).toEqual(policyWith({}))
  })

  it('knows the holidays of 2026: 33 days off, and six weekends that are worked', () => {
    const worked = Object.keys(CHINA_2026).filter((day) => CHINA_2026[day] === 'working')
    expect(worked).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])
    expect(worked.every((day) => isoWeekday(day) > 5)).toBe(true)
    expect(Object.values(CHINA_2026).filter((what) => what === 'holiday')).toHaveLength(33)
    expect(CHINA_2026).toMatchObject({ '2026-01-03': 'holiday', '2026-02-15': 'holiday', '2026-02-23': 'holiday', '2026-10-07': 'holiday' })
    expect(CHINA_2026['2026-02-24']).toBeUndefined()
  })

  it('says what a version changed, was given and was taken away', () => {
    const body = (over: object): JsonObject => policyWith(over as Readonly<Record<string, unknown>>) as unknown as JsonObject
    const changed = policyChanges(body({}), body({ matrix: { 1: { arrival: 90 } }, thresholds: { 1: [50, 100] }, calendar: { days: { '2026-10-01': 'holiday' } } }))
    expect(changed).toEqual([
      { field: 'matrix.1.arrival', before: 120, after: 90 },
      { field: 'thresholds.1', before: null, after: [50, 100] },
      { field: 'calendar.days.2026-10-01', before: null, after: 'holiday' },
    ])
    expect(policyChanges(body({ thresholds: { 1: [50] } }), body({}))).toEqual([{ field: 'thresholds.1', before: [50], after: null }])
    expect(policyChanges(body({}), body({}))).toEqual([])
  })
})
