import { computed } from 'vue'
import type { Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useMembers } from '@/composables/useMembers'
import type { PointsByReason, ReviewStatistics, ToldReason } from '@/domain/types'
import { useFormat } from '@/format/useFormat'
import type { BarRow } from './ReturnBars.vue'

const MOST_ITEMS = 15

/** The figures as rows: by reason, month, item, person. */
export function useReturnRows(statistics: Readonly<Ref<ReviewStatistics | null>>) {
  const { t } = useI18n()
  const format = useFormat()
  const members = useMembers()

  const ofReasons = (reasons: PointsByReason) => Object.entries(reasons) as [ToldReason, number][]
  const mostly = (reasons: PointsByReason): string =>
    ofReasons(reasons).slice(0, 2).map(([reason, n]) => t('reviewing.reason_times', { reason: t(`reviewing.reason_${reason}`), n })).join(t('common.list_mark'))
  const nameOf = (id: string | null): string => {
    const member = members.value?.find(({ person_id }) => person_id === id)
    return member ? format.person(member) : t('common.unknown_person')
  }

  return {
    reasons: computed((): BarRow[] => ofReasons(statistics.value?.reasons ?? {}).map(([key, value]) => ({ key, name: t(`reviewing.reason_${key}`), value }))),
    months: computed((): BarRow[] =>
      (statistics.value?.months ?? []).map(({ month, rounds, sent_back, points }) => ({
        key: month, name: month, value: sent_back, of: rounds, note: t('reviewing.points', { n: points }),
      })),
    ),
    items: computed((): BarRow[] =>
      (statistics.value?.items ?? []).slice(0, MOST_ITEMS).map((item) => ({
        key: item.check_key ?? '-',
        name: item.check_key === null ? t('review.whole_round') : format.title({ title_zh: item.title_zh ?? item.check_key, title_en: item.title_en ?? item.check_key }),
        value: item.points,
        note: mostly(item.reasons),
      })),
    ),
    people: computed((): BarRow[] =>
      (statistics.value?.people ?? []).map(({ person_id, rounds, sent_back, reasons }) => ({
        key: person_id ?? '-', name: nameOf(person_id), value: sent_back, of: rounds, note: mostly(reasons),
      })),
    ),
  }
}
