/** The round that a plan makes on a day: the phone at the door, the server and the job all make the same one. */
import type { Plan, Round } from '../domain/types'
import { roundId } from './ids'
import { planAssignees } from './planAssignees'
import { dueAt } from './recurrence'
import type { PlannedShift } from './roster'

export type PlanFacts = Pick<
  Plan,
  'id' | 'name_zh' | 'name_en' | 'place_id' | 'asset_ids' | 'due_time' | 'assignee_ids' | 'assign_by' | 'proof_percent'
>

/** `shifts`: the duty roster; it is asked where the plan goes by it. */
export interface ProjectFacts { readonly time_zone: string; readonly shifts: readonly PlannedShift[] }

/** All fields of the round document, `id` included. `number` is the server's to give. */
export function roundFromPlan(
  plan: PlanFacts, occurrenceDate: string, templateId: string, { time_zone, shifts }: ProjectFacts,
): Round {
  const deadline = dueAt(occurrenceDate, plan.due_time, time_zone)
  return {
    id: roundId(plan.id, occurrenceDate),
    plan_id: plan.id,
    occurrence_date: occurrenceDate,
    template_id: templateId,
    name_zh: plan.name_zh,
    name_en: plan.name_en,
    place_id: plan.place_id,
    asset_ids: [...plan.asset_ids],
    due_at: deadline,
    number: null,
    problem: null,
    solution: null,
    cause: null,
    equipment: null,
    suggestion: null,
    remark: null,
    extra_asset_ids: [],
    assignee_ids: planAssignees(plan, shifts, deadline),
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
