import { computed, onScopeDispose, type Ref, shallowRef, watch } from 'vue'
import { heldRows, isOtherOrder, STILL_MS } from './held'

/** Rows in an order that waits: it changes when the pointer is elsewhere, has been still for 2 s, or the person asks. */
export function useHeldOrder<T extends { readonly id: string }>(newest: Readonly<Ref<readonly T[]>>) {
  const shown = shallowRef<readonly T[]>([])
  let pointed = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function renew(): void {
    clearTimeout(timer)
    shown.value = newest.value
  }
  function later(): void {
    clearTimeout(timer)
    timer = setTimeout(renew, STILL_MS)
  }
  watch(newest, (rows) => {
    if (!pointed) renew()
    else shown.value = heldRows(shown.value, rows)
    if (pointed && isOtherOrder(shown.value, rows)) later()
  }, { immediate: true })
  onScopeDispose(() => clearTimeout(timer))
  return {
    rows: shown,
    moved: computed(() => isOtherOrder(shown.value, newest.value)),
    renew,
    /** For the list: pointermove and focus, pointerleave. */
    onMove: () => {
      pointed = true
      if (isOtherOrder(shown.value, newest.value)) later()
    },
    onLeave: () => {
      pointed = false
      renew()
    },
  }
}
