/** From when a planned round may be begun, and when one that nobody began has lapsed (R1). */
import type { Plan } from '../domain/types'
import { addDays } from './days'

/** The first day on which it stands among what is to be done. */
export const shownFrom = (plan: Pick<Plan, 'lead_days'>, occurrenceDate: string): string =>
  addDays(occurrenceDate, -plan.lead_days)

/** Whether its day and the days of grace are over. What is kept due until it is done never lapses. */
export const hasLapsed = (plan: Pick<Plan, 'if_missed' | 'grace_days'>, occurrenceDate: string, today: string): boolean =>
  plan.if_missed === 'lapse' && today > addDays(occurrenceDate, plan.grace_days)
