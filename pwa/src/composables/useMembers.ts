import { ref, type Ref } from 'vue'
import type { Member } from '../domain/types'

/** People of the chosen project. */
export function useMembers(): Ref<readonly Member[] | null> {
  return ref(null)
}
