import { useI18n } from 'vue-i18n'
import type { Plan, PlanRule } from '@/domain/types'
import { useFormat } from '@/format/useFormat'
import { isDayOfQuarter, leadOf, several } from '@/rules/planRule'
import { COMMON_RRULES } from './planForm'

/** A plan's rule in words. */
export function usePlanWords() {
  const { t } = useI18n()
  const format = useFormat()
  const weekday = (day: unknown): string => t(`plans.weekday_${String(day)}`)
  const joined = (words: readonly string[]): string => words.join(t('common.list_mark'))
  const recurring = (text: string): string => {
    const common = COMMON_RRULES.findIndex((one) => one === text)
    return common < 0 ? t('plans.rule_rrule', { text }) : t(`plans.common_${common}`)
  }

  function rule({ every, on = null }: PlanRule): string {
    switch (every) {
      case undefined: return t('plans.rule_demand')
      case 'day': return on === null || several(on).length === 7 ? t('plans.rule_day') : t('plans.rule_days', { days: joined(several(on).map(weekday)) })
      case 'week': return t('plans.rule_days', { days: joined(several(on ?? 1).map(weekday)) })
      case 'month': return t('plans.rule_month', { days: joined(several(on ?? 1).map((day) => t('plans.day_of_month', { n: Number(day) }))) })
      case 'quarter': return t('plans.rule_quarter', isDayOfQuarter(on) ? { month: on.month, day: on.day } : { month: 1, day: 1 })
      case 'rrule': return recurring(String(on))
      case 'once': return t('plans.rule_once', { days: joined(several(on).map((day) => format.day(String(day)))) })
      default: return t(`plans.rule_${every}`, { n: leadOf(on) }, leadOf(on))
    }
  }
  const covers = (plan: Plan): string => t('plans.assets', plan.asset_ids.length)
  return { rule, covers, weekday }
}
