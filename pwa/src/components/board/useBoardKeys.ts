import { onBeforeUnmount, onMounted } from 'vue'
import { useSingleKeys } from '@/composables/useSingleKeys'

/** J and K walk the lanes, L shows the late ones only, N takes a call, W is the wall. Off while typing, and by choice. */
export function useBoardKeys(acts: { readonly late: () => void; readonly call: () => void; readonly wall: () => void }): void {
  const { single_keys } = useSingleKeys()
  function walk(step: number): void {
    const lanes = [...document.querySelectorAll<HTMLElement>('.lanes a')]
    const at = lanes.indexOf(document.activeElement as HTMLElement)
    lanes[at < 0 ? 0 : Math.min(Math.max(at + step, 0), lanes.length - 1)]?.focus()
  }
  const keys: Record<string, () => void> = { j: () => walk(1), k: () => walk(-1), l: acts.late, n: acts.call, w: acts.wall }
  function press(event: KeyboardEvent): void {
    const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]') !== null
    if (event.defaultPrevented || typing || event.ctrlKey || event.metaKey || event.altKey || !single_keys.value) return
    if (document.querySelector('dialog[open]')) return
    const act = keys[event.key.toLowerCase()]
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  onMounted(() => document.addEventListener('keydown', press))
  onBeforeUnmount(() => document.removeEventListener('keydown', press))
}
