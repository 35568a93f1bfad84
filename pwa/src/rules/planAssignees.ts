/** Who is to do a plan's round: the people that it names, or who is on duty by the roster (S5). */
import type { Plan } from '../domain/types'
import { type PlannedShift, onDuty } from './roster'

/**
 * Person ids in order; nobody named or on duty: it is everybody's.
 * By the roster it is who has first or second duty at the last moment before the deadline: a shift that ends with the
 * deadline is still theirs. The hot line stays at its telephone.
 */
export function planAssignees(
  plan: Pick<Plan, 'assign_by' | 'assignee_ids'>, shifts: readonly PlannedShift[], dueAt: string,
): string[] {
  if (plan.assign_by !== 'roster') return [...plan.assignee_ids].sort()
  const there = onDuty(shifts, Date.parse(dueAt) - 1).filter(({ duty }) => duty !== 'hotline')
  return [...new Set(there.map(({ person_id }) => person_id))].sort()
}
