import { useI18n } from 'vue-i18n'
import type { ItemCell, Reading, TemplateItem } from '@/domain/types'
import { withUnit } from '@/format/figures'
import { useFormat } from '@/format/useFormat'
import type { Drift } from '@/rules/readings'
import { hasLimits } from './answering'
import { trendOf } from './readingTrend'

/** A reading in words: what the line and the band show, said. */
export function useReadingWords() {
  const { t } = useI18n()
  const format = useFormat()

  /** 15–30 ℃ · ≤30 ℃ · ≥48 V; empty without limits. */
  function limits({ low, high, unit }: Pick<TemplateItem, 'low' | 'high' | 'unit'>): string {
    if (low !== null && high !== null) return t('round.limits_between', { low: withUnit(low, null), high: withUnit(high, unit) })
    if (high !== null) return t('round.limits_up_to', { high: withUnit(high, unit) })
    return low === null ? '' : t('round.limits_from', { low: withUnit(low, unit) })
  }

  function verdict(item: TemplateItem, side: Drift['verdict']): string | null {
    return side === null || !hasLimits(item) ? null : t(`round.verdict_${side}`)
  }

  function beyond(item: TemplateItem, facts: Drift): string {
    if (facts.beyond === null || facts.verdict === 'within') return ''
    return t(`round.beyond_${facts.verdict}`, { by: withUnit(facts.beyond, item.unit) })
  }

  function sinceLast(item: TemplateItem, facts: Drift): string {
    return facts.since_last === null ? '' : t('round.since_last', { by: withUnit(facts.since_last, item.unit) })
  }

  function trend(cell: ItemCell, reading: string | null): string {
    const found = reading === null ? null : trendOf(cell.last_readings, reading)
    if (!found) return ''
    const by = withUnit(found.average, cell.item.unit)
    return t(`round.trend_${found.heading}`, { n: found.times, by })
  }

  /** The line's sentence for a screen reader. */
  function before({ last_readings, item }: ItemCell): string {
    const figures = last_readings.map((past) => withUnit(past.value, item.unit)).join(t('common.list_mark'))
    return t('round.readings_before', { n: last_readings.length, figures })
  }

  /** Days under the line: 29 30 12-01 2; with the month where it is another one than its neighbour’s. */
  function days(readings: readonly Pick<Reading, 'at'>[]): string[] {
    const iso = readings.map((reading) => format.isoDay(new Date(reading.at)))
    const turns = (at: number) => at > 0 && at < iso.length && iso[at]?.slice(0, 7) !== iso[at - 1]?.slice(0, 7)
    return iso.map((day, at) => (turns(at) || (at === 0 && turns(1)) ? day.slice(5) : String(Number(day.slice(8)))))
  }

  return { limits, verdict, beyond, sinceLast, trend, before, days }
}
