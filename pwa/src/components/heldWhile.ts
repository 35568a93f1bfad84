import { computed, type ComputedRef, type Ref } from 'vue'

/** What a button says and does, held as it was pressed for as long as it is at work: what the press has written is seen
    by the page before the press is over, and a button that already says the next thing would lose the tap on it. */
export function heldWhile<Value extends object>(busy: Readonly<Ref<boolean>>, next: () => Value | null): ComputedRef<Value | null> {
  return computed((pressed) => (busy.value && pressed ? pressed : next()))
}
