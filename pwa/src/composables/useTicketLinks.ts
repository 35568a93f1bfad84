import { type Ref, shallowRef, watch } from 'vue'
import { getTicketLinks } from '../api/ticketLinks'
import type { TicketLink } from '../domain/types'
import { useOnline } from './useOnline'

/** The ways into a ticket; null until the server has told them, and without a network. */
export function useTicketLinks(ticketId: Ref<string>): { links: Readonly<Ref<readonly TicketLink[] | null>>; reload: () => Promise<void> } {
  const links = shallowRef<readonly TicketLink[] | null>(null)
  const online = useOnline()
  const reload = async (): Promise<void> => {
    links.value = await getTicketLinks(ticketId.value).catch(() => links.value)
  }
  watch([ticketId, online], () => void (online.value && reload()), { immediate: true })
  return { links, reload }
}
