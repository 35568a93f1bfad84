/** Which tickets a list shows. */
import type { Severity, TicketFilter, TicketRow } from '@/domain/types'

export const TICKET_LISTS = ['open', 'mine', 'resolved', 'withdrawn'] as const
export type TicketList = (typeof TICKET_LISTS)[number]

const FILTERS: Record<TicketList, TicketFilter> = {
  open: { open: true },
  mine: { open: true, mine: true },
  resolved: { state: 'resolved' },
  withdrawn: { state: 'withdrawn' },
}
export function filterOf(list: TicketList, text: string): TicketFilter {
  const words = text.trim()
  return words === '' ? FILTERS[list] : { ...FILTERS[list], text: words }
}

/** Heaviest first, then what has moved last; a ticket without a grade stands behind all that have one. */
export function inOrder(rows: readonly TicketRow[], severity: Severity | null): TicketRow[] {
  const UNGRADED = 5
  return rows
    .filter(({ ticket }) => severity === null || ticket.severity === severity)
    .sort(
      (a, b) =>
        (a.ticket.severity ?? UNGRADED) - (b.ticket.severity ?? UNGRADED) ||
        Date.parse(b.last_event_at) - Date.parse(a.last_event_at),
    )
}
