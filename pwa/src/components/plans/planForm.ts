/** A plan as it stands in the form: everything has a value, so that a field is never missing. */
import type { Plan, PlanRule } from '@/domain/types'
import type { PlanFields } from '@/actions/describePlan'
import { isEverDue } from '@/rules/recurrence'
import { ruleProblem } from '@/rules/planRule'
import type { PlanCalendar } from '@/rules/planCalendar'

/** As the form holds it. */
export type PlanForm = { -readonly [Field in keyof PlanFields]: PlanFields[Field] }

export const RULES = ['day', 'week', 'month', 'quarter', 'rrule', 'once', 'before_holiday', 'before_event', 'contract_end', 'demand'] as const
export type RuleKind = (typeof RULES)[number]
export const PLAN_KINDS = ['daily', 'quarterly', 'before_event', 'final', 'on_demand'] as const
/** Recurrences that people ask for; others are typed. */
export const COMMON_RRULES = [
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', 'FREQ=MONTHLY;BYDAY=1MO', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=1', 'FREQ=YEARLY',
] as const

export const kindOfRule = (rule: PlanRule): RuleKind => rule.every ?? 'demand'

/** What a kind begins with when it is chosen. */
export function ruleOfKind(kind: RuleKind, today: string): PlanRule {
  switch (kind) {
    case 'demand': return {}
    case 'day': return { every: 'day', on: null }
    case 'week': return { every: 'week', on: [1] }
    case 'month': return { every: 'month', on: [1] }
    case 'quarter': return { every: 'quarter', on: { month: 1, day: 15 } }
    case 'rrule': return { every: 'rrule', on: COMMON_RRULES[0] }
    case 'once': return { every: 'once', on: [today] }
    case 'before_holiday': return { every: 'before_holiday', on: { days: 2 } }
    case 'before_event': return { every: 'before_event', on: { days: 1 } }
    case 'contract_end': return { every: 'contract_end', on: { days: 30 } }
  }
}

export type PlanProblem = 'names' | 'template' | 'starts' | 'term' | 'rule' | 'contract_end' | 'never' | 'scope'

/** What is still wrong, in the order of the form. */
export function planProblems(form: PlanFields, covered: number, calendar: PlanCalendar): PlanProblem[] {
  const problems: PlanProblem[] = []
  if (form.name_zh.trim() === '') problems.push('names')
  if (form.template_key === '') problems.push('template')
  if (!form.starts_on) problems.push('starts')
  else if (form.ends_on !== null && form.ends_on < form.starts_on) problems.push('term')
  if (form.rule.every !== undefined) {
    if (ruleProblem(form.rule) !== null) problems.push('rule')
    else if (form.rule.every === 'contract_end' && calendar.contract_ends_on === null) problems.push('contract_end')
    else if (form.starts_on && !isEverDue({ ...form, starts_on: form.starts_on }, calendar)) problems.push('never')
  }
  if (covered === 0) problems.push('scope')
  return problems
}

export function emptyPlan(today: string): PlanForm {
  return {
    name_zh: '', name_en: '', template_key: '', kind: 'daily', place_id: null, asset_ids: [], rule: ruleOfKind('day', today), due_time: '18:00', starts_on: today,
    ends_on: null, assignee_ids: [], scope: { place_ids: [], categories: [] }, assign_by: 'people', lead_days: 0, proof_percent: 0, if_missed: 'keep', grace_days: 0,
    on_holiday: 'keep',
  }
}

export function formOf(plan: Plan): PlanForm {
  const fields: Partial<Record<keyof Plan, unknown>> = { ...plan }
  delete fields.id
  return fields as PlanForm
}

/** As it is written: a name in one language stands for both, and a scope's assets are the server's to fill in. */
export function written(form: PlanFields): PlanFields {
  const name_zh = form.name_zh.trim()
  return { ...form, name_zh, name_en: form.name_en.trim() || name_zh, asset_ids: form.scope === null ? form.asset_ids : [] }
}
