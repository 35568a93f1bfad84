import { ref, type Ref } from 'vue'
import type { TicketView } from '../domain/types'

/** A ticket with its timeline. */
export function useTicket(id: Ref<string>): Ref<TicketView | null> {
  return ref(null)
}
