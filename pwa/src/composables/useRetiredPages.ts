import { type Ref, ref, shallowRef, watch } from 'vue'
import { getRetired } from '../api/retired'
import { currentPhone } from '../sync/currentPhone'
import { showRetired } from '../sync/visited'
import { useOnline } from './useOnline'
import type { Fetching, Retired } from './useRetired'

export interface RetiredPages extends Retired {
  /** The last document of the newest page fetched, where there are older ones. */
  readonly following: Readonly<Ref<string | null>>
  more(): Promise<void>
}

/** What has left the feed, a page at a time: a register of years is not fetched whole. */
export function useRetiredPages(path: Readonly<Ref<string | null>>): RetiredPages {
  const online = useOnline()
  const state = ref<Fetching>('there')
  const following = shallowRef<string | null>(null)
  const tries = ref(0)

  async function fetchPage(asked: string, before: string | null): Promise<void> {
    const phone = currentPhone.value
    if (phone === null) return
    state.value = 'asking'
    try {
      const page = await getRetired(asked, before)
      await showRetired(phone, page)
      if (asked === path.value) [following.value, state.value] = [page.next, 'there']
    } catch {
      if (asked === path.value) state.value = 'failed'
    }
  }
  watch([path, online, currentPhone, tries], ([asked, is_online]) => {
    following.value = null
    if (asked === null) state.value = 'there'
    else if (!is_online) state.value = 'offline'
    else void fetchPage(asked, null)
  }, { immediate: true })

  return {
    state, following,
    again: () => (tries.value += 1),
    more: async () => {
      if (path.value !== null && following.value !== null) await fetchPage(path.value, following.value)
    },
  }
}
