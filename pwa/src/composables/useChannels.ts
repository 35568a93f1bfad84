import { type Ref, shallowRef, watch } from 'vue'
import { getChannels } from '../api/channels'
import type { Channels } from '../domain/types'
import { syncState } from '../sync/currentPhone'
import { useSession } from './useSession'

export interface ChannelsRead {
  readonly found: Readonly<Ref<Channels | null>>
  /** It could not be read: there is no network, or the server does not answer. */
  readonly unread: Readonly<Ref<boolean>>
  reload(): Promise<void>
}

/** Where the chosen project's messages go; read online, again after each sync. */
export function useChannels(): ChannelsRead {
  const { projectId } = useSession()
  const found = shallowRef<Channels | null>(null)
  const unread = shallowRef(false)
  const reload = async (): Promise<void> => {
    const asked = projectId.value
    if (asked === null) return
    const answer = await getChannels(asked).catch(() => null)
    if (asked !== projectId.value) return
    unread.value = answer === null
    if (answer !== null) found.value = answer
  }
  watch(projectId, () => { found.value = null })
  watch([projectId, () => syncState.value.passes], () => void reload(), { immediate: true })
  return { found, unread, reload }
}
