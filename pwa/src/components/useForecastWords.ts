import { useI18n } from 'vue-i18n'
import type { Forecast, TemplateItem } from '@/domain/types'
import { withUnit } from '@/format/figures'

const DAYS_TO_SAY = 14
const WEEKS_TO_SAY = 10
const DAYS_OF_WEEK = 7
const DAYS_OF_MONTH = 30

/** When a reading would pass its limit, in words no finer than the guess is: days, then weeks, then months. */
export function useForecastWords() {
  const { t } = useI18n()

  function when({ days }: Forecast): string {
    if (days < DAYS_TO_SAY) return t('forecast.days', { n: days })
    const weeks = Math.round(days / DAYS_OF_WEEK)
    return weeks < WEEKS_TO_SAY ? t('forecast.weeks', { n: weeks }) : t('forecast.months', { n: Math.round(days / DAYS_OF_MONTH) })
  }
  return {
    sentence: (item: Pick<TemplateItem, 'low' | 'high' | 'unit'>, seen: Forecast): string =>
      t(`forecast.passes_${seen.limit}`, { n: seen.readings, when: when(seen), limit: withUnit(item[seen.limit] ?? '', item.unit) }),
    short: (seen: Forecast): string => t(`forecast.short_${seen.limit}`, { when: when(seen) }),
  }
}
