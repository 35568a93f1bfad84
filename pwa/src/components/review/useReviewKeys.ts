import { onBeforeUnmount, onMounted } from 'vue'
import { useSingleKeys } from '@/composables/useSingleKeys'
import { actOf } from './reviewKeys'
import type { ReviewAct } from './reviewKeys'

/** Hears the review's keys while the calling screen is shown. */
export function useReviewKeys(handle: (act: ReviewAct) => void): void {
  const { single_keys } = useSingleKeys()
  function press(event: KeyboardEvent): void {
    if (event.defaultPrevented || document.querySelector('dialog[open]')) return
    const act = actOf(event, single_keys.value)
    if (!act) return
    event.preventDefault()
    handle(act)
  }
  onMounted(() => document.addEventListener('keydown', press))
  onBeforeUnmount(() => document.removeEventListener('keydown', press))
}
