import { shallowRef, watch } from 'vue'
import type { Ref } from 'vue'

/** The last answer while the next one is on its way, so that a list being searched does not blink at every letter. */
export function keepLast<T>(answer: Readonly<Ref<T | null>>): Readonly<Ref<T | null>> {
  const kept = shallowRef<T | null>(answer.value)
  watch(answer, (next) => {
    if (next !== null) kept.value = next
  })
  return kept
}
