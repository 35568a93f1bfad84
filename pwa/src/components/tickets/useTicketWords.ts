import { useI18n } from 'vue-i18n'
import { useClock } from '@/composables/useClock'
import type { Asset, Member, Place, TicketRow } from '@/domain/types'
import { useFormat } from '@/format/useFormat'

/** How tickets are called in lists and on their page. */
export function useTicketWords() {
  const { t } = useI18n()
  const format = useFormat()
  const now = useClock()

  const joined = (parts: readonly (string | null | undefined)[]) => parts.filter((part) => part).join(t('common.dot'))
  const numberOf = (ticket: { number: string | null }) => ticket.number ?? t('common.ticket_number_pending')
  const people = (members: readonly Member[]) =>
    members.length > 0 ? members.map(format.person).join(t('common.list_mark')) : t('tickets.nobody')
  const where = (asset: Asset | null, place: Place | null) =>
    joined([asset ? `${format.name(asset)} ${asset.code}` : t('tickets.whole_round'), place ? format.name(place) : null])
  return {
    joined,
    numberOf,
    people,
    where,
    when: (iso: string) => format.when(iso, now.value),
    line: (row: TicketRow) => joined([numberOf(row.ticket), row.asset?.code, people(row.assignees), format.when(row.last_event_at, now.value)]),
  }
}
