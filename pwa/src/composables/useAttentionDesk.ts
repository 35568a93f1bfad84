import { type Ref, shallowRef, watch } from 'vue'
import { getAttention } from '../api/attention'
import { ApiError, NetworkError } from '../domain/errors'
import type { AttentionEntry, FailingMessage, TroubledJob } from '../domain/types'
import { syncState } from '../sync/currentPhone'
import { useSession } from './useSession'

export interface AttentionDesk {
  readonly entries: Readonly<Ref<readonly AttentionEntry[] | null>>
  readonly jobs: Readonly<Ref<readonly TroubledJob[]>>
  readonly messages: Readonly<Ref<readonly FailingMessage[]>>
  /** Error code of the last try, null when it worked. */
  readonly trouble: Readonly<Ref<string | null>>
  reload(): Promise<void>
}

/** Everybody's parked and waiting operations of the chosen project, and jobs and messages that keep failing; read online, again after each sync. */
export function useAttentionDesk(): AttentionDesk {
  const { projectId } = useSession()
  const entries = shallowRef<readonly AttentionEntry[] | null>(null)
  const jobs = shallowRef<readonly TroubledJob[]>([])
  const messages = shallowRef<readonly FailingMessage[]>([])
  const trouble = shallowRef<string | null>(null)
  const reload = async (): Promise<void> => {
    const asked = projectId.value
    if (asked === null) return
    try {
      const found = await getAttention(asked)
      if (asked !== projectId.value) return // another project was chosen meanwhile
      entries.value = found.operations
      jobs.value = found.jobs
      messages.value = found.messages
      trouble.value = null
    } catch (error) {
      trouble.value = error instanceof ApiError ? error.code : error instanceof NetworkError ? error.kind : 'server_fault'
    }
  }
  watch([projectId, () => syncState.value.passes], () => void reload(), { immediate: true })
  return { entries, jobs, messages, trouble, reload }
}
