import { expect, test } from 'vitest'
import type { Plan, Round } from '@/domain/types'
import type { PlannedShift } from '@/rules/roster'
import { roundFromPlan } from '@/rules/roundFromPlan'
import { vectors, whole } from './vectors'

interface PlanCase {
  readonly plan: Partial<Plan>
  readonly shifts?: readonly PlannedShift[]
  readonly occurrence_date: string
  readonly template_id: string
  readonly time_zone: string
  readonly expect: Round
}

test.each(vectors<PlanCase>('round_from_plan', 'round_from_plan'))('makes the round of a plan: $name', (vector) => {
  const plan = whole('plan', vector.plan)
  const made = roundFromPlan(plan, vector.occurrence_date, vector.template_id, { time_zone: vector.time_zone, shifts: vector.shifts ?? [] })
  expect(made).toEqual(vector.expect)
})
