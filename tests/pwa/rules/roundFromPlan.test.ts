import { expect, test } from 'vitest'
import type { Plan, Round } from '@/domain/types'
import { roundFromPlan } from '@/rules/roundFromPlan'
import { vectors, whole } from './vectors'

interface PlanCase {
  readonly plan: Partial<Plan>
  readonly occurrence_date: string
  readonly template_id: string
  readonly time_zone: string
  readonly expect: Round
}

test.each(vectors<PlanCase>('round_from_plan', 'round_from_plan'))('makes the round of a plan: $name', (vector) => {
  const plan = whole('plan', vector.plan)
  expect(roundFromPlan(plan, vector.occurrence_date, vector.template_id, vector.time_zone)).toEqual(vector.expect)
})
