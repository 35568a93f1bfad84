import { useI18n } from 'vue-i18n'
import { useClock } from '@/composables/useClock'
import type { ProposalReason } from '@/domain/types'
import { useFormat } from '@/format/useFormat'

/** What a reason of the proposal says in the reader's language. */
export function useReasonWords(): (reason: ProposalReason) => string {
  const { t } = useI18n()
  const format = useFormat()
  const clock = useClock()
  return (reason) => {
    switch (reason.code) {
      case 'on_duty': return t('roster.why_on_duty', { duty: t(`roster.duty_${reason.duty}`), until: format.dayOrTime(reason.until, clock.value) })
      case 'off_duty': return t('roster.why_off_duty')
      case 'skilled': return t('roster.why_skilled', { category: t(`common.category_${reason.category}`) })
      case 'not_skilled': return t('roster.why_not_skilled', { category: t(`common.category_${reason.category}`) })
      case 'busy': return reason.severity === null ? t('roster.why_busy', reason.open) : t('roster.why_busy_with', { n: reason.open, severity: t(`common.severity_${reason.severity}_short`) })
      case 'in_hand': return t('roster.why_in_hand', reason.open)
      case 'free': return t('roster.why_free')
      case 'fixed_before': return t('roster.why_fixed_before', { n: reason.times, at: format.when(reason.at, clock.value) }, reason.times)
      case 'at_site': return t('roster.why_at_site', { at: format.whenAgo(reason.at, clock.value) })
    }
  }
}
