import { ref, type Ref } from 'vue'
import type { OutboxGroup } from '../domain/types'

/** What waits on this phone, grouped by round or ticket. */
export function useOutbox(): Ref<readonly OutboxGroup[] | null> {
  return ref(null)
}
