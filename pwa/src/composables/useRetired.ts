import { type Ref, ref, watch } from 'vue'
import { getRetired } from '../api/retired'
import { ApiError } from '../domain/errors'
import { currentPhone } from '../sync/currentPhone'
import type { Phone } from '../sync/phone'
import { LOOKED_AT } from '../sync/leaving'
import { showRetired } from '../sync/visited'
import { live } from './live'
import { useOnline } from './useOnline'

/** `not_there`: neither on this phone nor, for this person, on the server. */
export type Fetching = 'asking' | 'there' | 'offline' | 'failed' | 'not_there'
export interface Retired { readonly state: Readonly<Ref<Fetching>>; readonly again: () => void }

/** Fetches what has left the feed; it then shows in every list and page that reads documents. null: nothing to fetch. */
export function useRetired(path: Readonly<Ref<string | null>>): Retired {
  const online = useOnline()
  const state = ref<Fetching>('there')
  const tries = ref(0)
  watch([path, online, currentPhone, tries], async ([asked, isOnline, phone], _, onCleanup) => {
    const over = new AbortController()
    onCleanup(() => {
      over.abort()
    })
    if (asked === null || phone === null) state.value = 'there'
    else if (!isOnline) state.value = 'offline'
    else {
      state.value = 'asking'
      const found = await fetchAll(phone, asked, over.signal)
      if (!over.signal.aborted) state.value = found
    }
  }, { immediate: true })
  return { state, again: () => (tries.value += 1) }
}

/** One round or ticket that is not in the feed: fetched whole, also where a list brought a part of it. */
export function useRetiredOne(kind: 'rounds' | 'tickets', id: Readonly<Ref<string>>): Retired {
  const path = live(async ({ db }) => {
    const row = id.value === '' ? null : await db.documents.get(id.value)
    return row === undefined || row?.old === LOOKED_AT ? `/api/${kind}/${id.value}` : null
  }, id)
  return useRetired(path)
}

async function fetchAll(phone: Phone, path: string, over: AbortSignal): Promise<Fetching> {
  try {
    for (let before: string | null = null, more = true; more && !over.aborted; more = before !== null) {
      const page = await getRetired(path, before)
      await showRetired(phone, page)
      before = page.next
    }
    return 'there'
  } catch (error) {
    return error instanceof ApiError && error.status === 404 ? 'not_there' : 'failed'
  }
}
