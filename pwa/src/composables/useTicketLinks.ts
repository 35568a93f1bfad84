import { type Ref, shallowRef, watch } from 'vue'
import { getTicketLinks } from '../api/ticketLinks'
import type { TicketLink } from '../domain/types'
import { useOnline } from './useOnline'

export interface TicketLinks {
  /** null until the server has told them. */
  readonly links: Readonly<Ref<readonly TicketLink[] | null>>
  /** The last try failed: what is shown may be old, or nothing. */
  readonly unread: Readonly<Ref<boolean>>
  reload(): Promise<void>
}

/** The ways into a ticket; read online, and again when the network comes back. */
export function useTicketLinks(ticketId: Ref<string>): TicketLinks {
  const links = shallowRef<readonly TicketLink[] | null>(null)
  const online = useOnline()
  const unread = shallowRef(false)
  const reload = async (): Promise<void> => {
    try {
      links.value = await getTicketLinks(ticketId.value)
      unread.value = false
    } catch {
      unread.value = true
    }
  }
  watch([ticketId, online], () => void (online.value && reload()), { immediate: true })
  return { links, unread, reload }
}
