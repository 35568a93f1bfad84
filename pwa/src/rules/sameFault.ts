/** R4: the same fault (asset, check) found again while its ticket is open joins that ticket. */
import type { Ticket } from '../domain/types'

export type Fault = Pick<Ticket, 'asset_id' | 'check_key'>
export type OpenTicket = Fault & Pick<Ticket, 'id' | 'is_open' | 'opened_at'>

export const isSameFault = (one: Fault, other: Fault): boolean =>
  one.asset_id === other.asset_id && one.check_key === other.check_key

/** The open ticket of this fault; the oldest where a person opened several apart. */
export function ticketToJoin<T extends OpenTicket>(tickets: readonly T[], fault: Fault): T | null {
  const same = tickets.filter((ticket) => ticket.is_open && isSameFault(ticket, fault))
  const oldestFirst = same.sort((a, b) => Date.parse(a.opened_at) - Date.parse(b.opened_at) || (a.id < b.id ? -1 : 1))
  return oldestFirst[0] ?? null
}
