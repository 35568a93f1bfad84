/** The round that a plan makes on a day: the phone at the door, the server and the job all make the same one. */
import type { Plan, Round } from '../domain/types'
import { roundId } from './ids'
import { dueAt } from './recurrence'

export type PlanFacts = Pick<
  Plan,
  'id' | 'name_zh' | 'name_en' | 'place_id' | 'asset_ids' | 'due_time' | 'assignee_ids' | 'proof_percent'
>

/** All fields of the round document, `id` included. `number` is the server's to give. */
export function roundFromPlan(plan: PlanFacts, occurrenceDate: string, templateId: string, timeZone: string): Round {
  return {
    id: roundId(plan.id, occurrenceDate),
    plan_id: plan.id,
    occurrence_date: occurrenceDate,
    template_id: templateId,
    name_zh: plan.name_zh,
    name_en: plan.name_en,
    place_id: plan.place_id,
    asset_ids: [...plan.asset_ids],
    due_at: dueAt(occurrenceDate, plan.due_time, timeZone),
    number: null,
    problem: null,
    solution: null,
    cause: null,
    equipment: null,
    suggestion: null,
    remark: null,
    extra_asset_ids: [],
    assignee_ids: [...plan.assignee_ids].sort(),
    state: 'planned',
    opened_at: null,
    submitted_at: null,
    sealed_at: null,
    seal_hash: null,
    incomplete: [],
    holding: [],
    proof_percent: plan.proof_percent,
    missed_at: null,
    reviewer_id: null,
    review_taken_at: null,
  }
}
