import { ref, type Ref } from 'vue'

/** Whether the browser believes in a network. A hint, never a proof. */
export function useOnline(): Ref<boolean> {
  return ref(true)
}
