import { type Ref, shallowRef, watch } from 'vue'
import { getPhones, type Phones } from '../api/phones'
import { syncState } from '../sync/currentPhone'
import { useSession } from './useSession'

export interface PhonesRead {
  readonly found: Readonly<Ref<Phones | null>>
  /** It could not be read: there is no network, or the server does not answer. */
  readonly unread: Readonly<Ref<boolean>>
  reload(): Promise<void>
}

/** The phones of the chosen project's people; read online, again after each sync. */
export function usePhones(): PhonesRead {
  const { projectId } = useSession()
  const found = shallowRef<Phones | null>(null)
  const unread = shallowRef(false)
  const reload = async (): Promise<void> => {
    const asked = projectId.value
    if (asked === null) return
    const answer = await getPhones(asked).catch(() => null)
    if (asked !== projectId.value) return
    unread.value = answer === null
    if (answer !== null) found.value = answer
  }
  watch(projectId, () => { found.value = null })
  watch([projectId, () => syncState.value.passes], () => void reload(), { immediate: true })
  return { found, unread, reload }
}
