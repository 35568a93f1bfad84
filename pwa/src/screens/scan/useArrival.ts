import type { Ref } from 'vue'
import { computed } from 'vue'
import { useRouter } from 'vue-router'
import { arriveAtTicket } from '@/actions/arriveAtTicket'
import { useTicket } from '@/composables/useTicket'
import type { Asset, ScanMethod, Tag, Ticket } from '@/domain/types'
import { feel } from '@/feedback/feel'

export interface Arrival {
  /** The ticket that the scanner was opened for; null for a round. */
  readonly ticket: Readonly<Ref<Ticket | null>>
  readonly isItsAsset: (asset: Asset) => boolean
  readonly prove: (tag: Tag, raw: string, method: ScanMethod) => Promise<void>
  readonly without: () => Promise<void>
}

/** Arriving at a ticket's asset: its tag proves it; without a readable tag it counts all the same, unproven. */
export function useArrival(ticketId: Ref<string>): Arrival {
  const router = useRouter()
  const view = useTicket(ticketId)
  const ticket = computed(() => (ticketId.value === '' ? null : (view.value?.ticket ?? null)))

  async function arrive(scan: Parameters<typeof arriveAtTicket>[1]): Promise<void> {
    if (ticket.value === null) return
    await arriveAtTicket(ticket.value, scan)
    feel('code')
    await router.replace({ name: 'ticket', params: { ticket: ticket.value.id } })
  }
  return {
    ticket,
    isItsAsset: (asset) => ticket.value?.asset_id == null || ticket.value.asset_id === asset.id,
    prove: (tag, raw, method) => arrive({ code: tag.code, method, raw }),
    without: () => arrive(null),
  }
}
