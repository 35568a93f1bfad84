import { readonly, type Ref, ref } from 'vue'

const online = ref(globalThis.navigator?.onLine !== false)
globalThis.addEventListener?.('online', () => {
  online.value = true
})
globalThis.addEventListener?.('offline', () => {
  online.value = false
})

/** Whether the browser believes in a network. A hint, never a proof. */
export function useOnline(): Readonly<Ref<boolean>> {
  return readonly(online)
}
