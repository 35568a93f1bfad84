import { expect, test } from 'vitest'
import type { Plan } from '@/domain/types'
import { dueAt, localDay, nextOccurrence, occurrences, ruleProblem } from '@/rules/recurrence'
import { vectors, whole } from './vectors'

interface DaysCase {
  readonly plan: Partial<Plan>
  readonly from: string
  readonly to: string
  readonly expect: readonly string[]
}

interface NextCase {
  readonly plan: Partial<Plan>
  readonly from: string
  readonly expect: string | null
}

interface DueCase {
  readonly date: string
  readonly time: string | null
  readonly zone: string
  readonly expect: string
}

test.each(vectors<DaysCase>('recurrence', 'occurrences'))('names the days on which a plan is due: $name', (vector) => {
  expect(occurrences(whole('plan', vector.plan), vector.from, vector.to)).toEqual(vector.expect)
})

test.each(vectors<NextCase>('recurrence', 'next_occurrence'))('names the next day: $name', (vector) => {
  expect(nextOccurrence(whole('plan', vector.plan), vector.from)).toBe(vector.expect)
})

test.each(vectors<{ rule: unknown; expect: string | null }>('recurrence', 'rule_problem'))(
  'says why a rule cannot be kept: $name',
  (vector) => {
    expect(ruleProblem(vector.rule)).toBe(vector.expect)
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
