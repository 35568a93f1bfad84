import { expect, test } from 'vitest'
import { WorkCalendar } from '@/rules/workCalendar'
import { policyWith } from './clockVectors'
import { vectors } from './vectors'

interface CountedCase {
  readonly policy: Readonly<Record<string, unknown>>
  readonly start: string
  readonly minutes: number
  readonly end: string
}

test.each(vectors<CountedCase>('clocks', 'counted_time'))('time is added and counted alike: $name', (vector) => {
  const { calendar } = policyWith(vector.policy)
  const counting = new WorkCalendar(calendar, calendar.kind)
  const [start, end] = [Date.parse(vector.start), Date.parse(vector.end)]
  expect(new Date(counting.add(start, vector.minutes * 60_000)).toISOString()).toBe(vector.end)
  expect(counting.counted(start, end) / 60_000).toBe(vector.minutes)
})

test('a calendar without hours is not counted in', () => {
  const { calendar } = policyWith({ calendar: { weekly: { mon: [] } } })
  expect(() => new WorkCalendar(calendar, 'working')).toThrow('without working hours')
})
