import { computed } from 'vue'
import type { Ref } from 'vue'
import type { Review, Severity } from '@/domain/types'
import { cellsOf } from './lookedAt'

export interface TouchedTicket {
  readonly id: string
  readonly number: string | null
  readonly severity: Severity | null
  /** Photos of this round that it gained. */
  readonly photos: number
}

/** The tickets that this round's findings raised, and those that they joined. */
export function useTicketsTouched(review: Ref<Review | null>) {
  return computed(() => {
    const raised = new Map<string, TouchedTicket>()
    const joined = new Map<string, TouchedTicket>()
    for (const cell of review.value ? cellsOf(review.value.book) : []) {
      const ticket = cell.open_ticket
      if (!ticket || cell.answer?.value !== 'abnormal') continue
      const into = ticket.round_id === review.value?.book.round.id ? raised : joined
      const photos = (into.get(ticket.id)?.photos ?? 0) + cell.photos.filter(({ photo }) => photo.withdrawn_at === null).length
      into.set(ticket.id, { id: ticket.id, number: ticket.number, severity: ticket.severity, photos })
    }
    return { raised: [...raised.values()], joined: [...joined.values()] }
  })
}
