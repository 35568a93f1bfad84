import { ref, type Ref } from 'vue'
import type { TicketFilter, TicketRow } from '../domain/types'

/** Tickets that match, newest first. */
export function useTickets(filter: Ref<TicketFilter>): Ref<readonly TicketRow[] | null> {
  return ref(null)
}
