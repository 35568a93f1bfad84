import { expect, test } from 'vitest'
import type { Plan } from '@/domain/types'
import type { CalendarEntry, PlanCalendar } from '@/rules/planCalendar'
import { ruleProblem } from '@/rules/planRule'
import { dueAt, isEverDue, localDay, nextOccurrence, nextOccurrences, occurrences } from '@/rules/recurrence'
import { rruleProblem } from '@/rules/rruleText'
import { vectors, whole } from './vectors'

interface PlanCase {
  readonly plan: Partial<Plan>
  readonly calendar?: { readonly days: readonly Partial<CalendarEntry>[]; readonly contract_ends_on: string | null }
}

interface DaysCase extends PlanCase { readonly from: string; readonly to: string; readonly expect: readonly string[] }
interface NextCase extends PlanCase { readonly from: string; readonly expect: string | null }
interface NextDaysCase extends PlanCase { readonly from: string; readonly most: number; readonly expect: readonly string[] }

interface DueCase {
  readonly date: string
  readonly time: string | null
  readonly zone: string
  readonly expect: string
}

const calendarOf = ({ calendar }: PlanCase): PlanCalendar => ({
  contract_ends_on: calendar?.contract_ends_on ?? null,
  days: (calendar?.days ?? []).map((one) => ({ removed_at: null, ...one }) as CalendarEntry),
})

test.each(vectors<DaysCase>('recurrence', 'occurrences'))('names the days on which a plan is due: $name', (vector) => {
  expect(occurrences(whole('plan', vector.plan), vector.from, vector.to, calendarOf(vector))).toEqual(vector.expect)
})

test.each(vectors<NextCase>('recurrence', 'next_occurrence'))('names the next day: $name', (vector) => {
  expect(nextOccurrence(whole('plan', vector.plan), vector.from, calendarOf(vector))).toBe(vector.expect)
})

test.each(vectors<NextDaysCase>('recurrence', 'next_occurrences'))('names the next days: $name', (vector) => {
  const plan = whole('plan', vector.plan)
  expect(nextOccurrences(plan, vector.from, vector.most, calendarOf(vector))).toEqual(vector.expect)
})

test.each(vectors<PlanCase & { expect: boolean }>('recurrence', 'is_ever_due'))('tells a rule without any day: $name', (vector) => {
  const plan = whole('plan', vector.plan)
  expect(isEverDue({ ...plan, starts_on: plan.starts_on ?? '' }, calendarOf(vector))).toBe(vector.expect)
})

test.each(vectors<{ rule: unknown; expect: string | null }>('recurrence', 'rule_problem'))(
  'says why a rule cannot be kept: $name',
  (vector) => {
    expect(ruleProblem(vector.rule)).toBe(vector.expect)
  },
)

test.each(vectors<{ text: unknown; expect: string | null }>('recurrence', 'rrule_problem'))(
  'says which part of a recurrence rule cannot be read: $name',
  (vector) => {
    expect(rruleProblem(vector.text)).toBe(vector.expect)
  },
)

test.each(vectors<DueCase>('recurrence', 'due_at'))('gives a deadline as an instant: $name', (vector) => {
  expect(dueAt(vector.date, vector.time, vector.zone)).toBe(vector.expect)
})

test.each(vectors<{ moment: string; zone: string; expect: string }>('recurrence', 'local_day'))(
  'gives the day of an instant in the project: $name',
  (vector) => {
    expect(localDay(vector.moment, vector.zone)).toBe(vector.expect)
  },
)
