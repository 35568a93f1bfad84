import { onBeforeUnmount, onMounted } from 'vue'
import type { Ref } from 'vue'
import { useSingleKeys } from '@/composables/useSingleKeys'

const TYPED_IN = 'input, textarea, select, [contenteditable=true], dialog'

/** `/` goes to the search box; off while typing and for who has switched single keys off. */
export function useSlashKey(box: Readonly<Ref<HTMLInputElement | null>>): void {
  const { single_keys } = useSingleKeys()
  function press(event: KeyboardEvent): void {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !single_keys.value) return
    if (event.target instanceof Element && event.target.closest(TYPED_IN)) return
    event.preventDefault()
    box.value?.focus()
  }
  onMounted(() => document.addEventListener('keydown', press))
  onBeforeUnmount(() => document.removeEventListener('keydown', press))
}
