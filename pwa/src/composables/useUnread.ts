import { computed, type ComputedRef } from 'vue'
import { live } from './live'

/** How many messages this person has not seen. */
export function useUnread(): ComputedRef<number> {
  const count = live(({ db }) => db.documents.where('type').equals('notice').and((row) => row.fields['read_at'] === null).count())
  return computed(() => count.value ?? 0)
}
