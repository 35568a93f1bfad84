import { type Ref, shallowRef, watch } from 'vue'
import { getCalendarAddress, renewCalendarAddress } from '../api/calendarFeed'
import { useOnline } from './useOnline'

export interface CalendarFeed {
  readonly path: Readonly<Ref<string | null>>
  /** The server could not be asked: nothing was changed. */
  readonly failed: Readonly<Ref<boolean>>
  renew(): Promise<void>
}

/** Where the person's calendar program reads their shifts; the server alone knows. */
export function useCalendarFeed(): CalendarFeed {
  const path = shallowRef<string | null>(null)
  const failed = shallowRef(false)
  const online = useOnline()
  const ask = async (question: () => Promise<string | null>): Promise<void> => {
    try {
      path.value = await question()
      failed.value = false
    } catch {
      failed.value = true
    }
  }
  watch(online, (now) => now && void ask(getCalendarAddress), { immediate: true })
  return { path, failed, renew: () => ask(renewCalendarAddress) }
}
