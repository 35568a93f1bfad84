import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { getInvitation, lookAtWelcome } from '../api/joining'
import { ApiError } from '../domain/errors'
import type { ShownInvitation } from '../domain/types'

/** Why a link opens nothing: the server's own words, or that it was not reached. */
export interface LinkTrouble { readonly words: string | null; readonly used: boolean }

export interface LinkRead<Found> {
  readonly found: Readonly<Ref<Found | null>>
  readonly trouble: Readonly<Ref<LinkTrouble | null>>
  look(): Promise<void>
}

/** What an invitation is for; looked up online, for the page that it opens. */
export const useInvitation = (token: () => string): LinkRead<ShownInvitation> => looked(() => getInvitation(token()))

/** Whether the link of an empty server still opens the set-up. */
export const useSetupLink = (token: () => string): LinkRead<object> => looked(() => lookAtWelcome(token()))

function looked<Found extends object>(ask: () => Promise<Found>): LinkRead<Found> {
  const found = shallowRef(null) as ShallowRef<Found | null>
  const trouble = ref<LinkTrouble | null>(null)
  const look = async (): Promise<void> => {
    trouble.value = null
    try {
      found.value = await ask()
    } catch (error) {
      trouble.value = { words: error instanceof ApiError ? error.detail : null, used: error instanceof ApiError && error.status === 410 }
    }
  }
  void look()
  return { found, trouble, look }
}
