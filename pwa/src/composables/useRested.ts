import { onScopeDispose, type Ref, shallowRef, watch } from 'vue'

const REST_MS = 300

/** A value once it has stood still: what is asked of the server while somebody types. */
export function useRested<T>(value: Readonly<Ref<T>>): Readonly<Ref<T>> {
  const rested = shallowRef(value.value)
  let pause: ReturnType<typeof setTimeout> | undefined
  watch(value, (now) => {
    clearTimeout(pause)
    pause = setTimeout(() => { rested.value = now }, REST_MS)
  })
  onScopeDispose(() => clearTimeout(pause))
  return rested
}
