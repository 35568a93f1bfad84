import { expect, test } from 'vitest'
import { type OnDuty, type PlannedShift, endsBeforeItStarts, nextChange, onDuty } from '@/rules/roster'
import { vectors } from './vectors'

interface DutyCase { readonly at: string; readonly shifts: readonly Partial<PlannedShift>[]; readonly expect: readonly OnDuty[]; readonly next: string | null }
interface EndCase { readonly starts_at: string; readonly ends_at: string; readonly expect: boolean }

test.each(vectors<DutyCase>('roster', 'on_duty'))('knows who is on duty: $name', (vector) => {
  const shifts = vector.shifts.map((one) => ({ cancelled_at: null, ...one }) as PlannedShift)
  expect(onDuty(shifts, Date.parse(vector.at))).toEqual(vector.expect)
  expect(nextChange(shifts, Date.parse(vector.at))).toBe(vector.next)
})

test.each(vectors<EndCase>('roster', 'ends_before_it_starts'))('knows a shift that ends before it starts: $name', (vector) => {
  expect(endsBeforeItStarts(vector)).toBe(vector.expect)
})
