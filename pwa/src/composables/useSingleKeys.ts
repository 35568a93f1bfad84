import { ref, watch, type Ref } from 'vue'

const KEPT_AS = 'roundsman.single_keys'
const single_keys = ref(localStorage.getItem(KEPT_AS) !== 'off')
watch(single_keys, (on) => { localStorage.setItem(KEPT_AS, on ? 'on' : 'off') })

/** Whether single characters are keys at the desk. Per browser: who types by speech or a shaky hand switches them off. */
export function useSingleKeys(): { readonly single_keys: Ref<boolean> } {
  return { single_keys }
}
