import { onBeforeUnmount, onMounted } from 'vue'
import { useRouter } from 'vue-router'
import { useSession } from '@/composables/useSession'
import { useSingleKeys } from '@/composables/useSingleKeys'
import { wide } from './wide'

const TYPED_IN = 'input, textarea, select, [contenteditable=true], dialog'

/** N at the desk: somebody calls. Off while typing and for who has switched single keys off. */
export function useIntakeKey(): void {
  const router = useRouter()
  const { can } = useSession()
  const { single_keys } = useSingleKeys()
  function press(event: KeyboardEvent): void {
    if (event.key.toLowerCase() !== 'n' || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (!wide.value || !single_keys.value || !can('supervisor', 'desk') || document.querySelector('dialog[open]')) return
    if (event.target instanceof Element && event.target.closest(TYPED_IN)) return
    event.preventDefault()
    void router.push('/intake')
  }
  onMounted(() => document.addEventListener('keydown', press))
  onBeforeUnmount(() => document.removeEventListener('keydown', press))
}
