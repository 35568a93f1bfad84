/** Plans: what is due when, of what, by whom (domain.md R1). */
import type { AssetCategory, Json } from './documents'

/** When rounds fall due (rules/recurrence.ts); without `every` only on demand. */
export interface PlanRule {
  readonly every?: 'day' | 'week' | 'month' | 'quarter' | 'once' | 'rrule' | 'before_holiday' | 'before_event' | 'contract_end'
  readonly on?: Json
}

/** Assets of these places (with all in them) and of these categories; an empty list leaves nothing out. */
export interface PlanScope { readonly place_ids: readonly string[]; readonly categories: readonly AssetCategory[] }

export interface Plan {
  readonly id: string
  readonly name_zh: string
  readonly name_en: string
  readonly template_key: string
  readonly kind: 'daily' | 'quarterly' | 'before_event' | 'final' | 'on_demand'
  readonly place_id: string | null
  readonly asset_ids: readonly string[]
  readonly rule: PlanRule
  readonly due_time: string
  readonly starts_on: string | null
  readonly ends_on: string | null
  readonly assignee_ids: readonly string[]
  readonly scope: PlanScope | null
  readonly assign_by: 'people' | 'roster'
  readonly lead_days: number
  readonly proof_percent: number
  readonly if_missed: 'keep' | 'lapse'
  readonly grace_days: number
  readonly on_holiday: 'keep' | 'skip' | 'before' | 'after'
}
