import { onBeforeUnmount, onMounted } from 'vue'
import { useSingleKeys } from '@/composables/useSingleKeys'
import type { Severity } from '@/domain/types'

export interface IntakeKeys {
  severity(level: Severity): void
  asset(): void
  send(): void
  park(): void
  /** N, while nothing is being typed: somebody calls. */
  begin(): void
}

const TYPED_IN = 'input, textarea, select, [contenteditable=true]'

/** The intake's keys (interface.md 3.13); all with Ctrl or Alt or Escape, for the person is typing. */
export function useIntakeKeys(keys: IntakeKeys): void {
  const { single_keys } = useSingleKeys()
  function press(event: KeyboardEvent): void {
    if (event.key.toLowerCase() === 'n' && !single_keys.value) return
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return
    const act = actOf(event, keys)
    if (act === null) return
    event.preventDefault()
    act()
  }
  onMounted(() => document.addEventListener('keydown', press))
  onBeforeUnmount(() => document.removeEventListener('keydown', press))
}

/** By the key's place (`code`), because Alt makes other characters of letters and digits on some systems. */
function actOf({ key, code, altKey, ctrlKey, metaKey, target }: KeyboardEvent, keys: IntakeKeys): (() => void) | null {
  const level = /^(?:Digit|Numpad)([1-4])$/u.exec(code)?.[1]
  if (altKey && !ctrlKey && level !== undefined) return () => { keys.severity(Number(level) as Severity) }
  if (altKey && !ctrlKey && code === 'KeyA') return () => { keys.asset() }
  if (key === 'Enter' && (ctrlKey || metaKey)) return () => { keys.send() }
  if (code === 'KeyN' && !altKey && !ctrlKey && !metaKey && !(target instanceof Element && target.closest(TYPED_IN))) return () => { keys.begin() }
  return key === 'Escape' ? () => { keys.park() } : null
}
