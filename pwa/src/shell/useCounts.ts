import { computed } from 'vue'
import { useAttention } from '@/composables/useAttention'
import { useOutbox } from '@/composables/useOutbox'
import { useReviewQueue } from '@/composables/useReviewQueue'
import { useToday } from '@/composables/useToday'
import { useUnread } from '@/composables/useUnread'

/** What stands beside tabs and navigation: only things that this person can act on. */
export function useCounts() {
  const today = useToday()
  const outbox = useOutbox()
  const attention = useAttention()
  const queue = useReviewQueue()

  const refused_groups = computed(() => (outbox.value ?? []).filter(({ state }) => state === 'refused').length)
  const waiting = computed(() => (outbox.value?.length ?? 0) - refused_groups.value)
  /** Each refused operation also makes its group a refused one; a photo does so alone. */
  const refused_once = computed(() => Math.max(attention.value?.parked.length ?? 0, refused_groups.value))
  return {
    tickets: computed(() => today.value?.tickets.length ?? 0),
    sync: computed(() => waiting.value + (attention.value?.conflicts.length ?? 0) + refused_once.value),
    /** Something was not accepted: the only red of the sync tab. */
    refused: computed(() => (attention.value?.parked.length ?? 0) > 0),
    messages: useUnread(),
    review: computed(() => queue.value?.length ?? 0),
  }
}
