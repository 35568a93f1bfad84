/**
 * A text being typed. Each keystroke is kept as a draft on disk, so a killed browser loses nothing; the operation is made
 * when the typing rests for 400 ms, or at once when the field or the page is left. What comes by sync never overwrites
 * what is being typed.
 */
import { onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue'
import { clearDraft } from '@/actions/clearDraft'
import { loadDraft } from '@/actions/loadDraft'
import { saveDraft } from '@/actions/saveDraft'
import { excessOf } from '@/domain/limits'
import type { PageSaving, Saved } from './pageSaving'

export const REST_MS = 400

export interface KeptTextOptions {
  readonly key: string
  readonly stored: () => string | null
  /** `declined`: the person looked at what the change would undo, and left it. */
  readonly write: (text: string | null) => Promise<Saved | 'declined'>
  readonly saving: PageSaving
}
export interface KeptText {
  readonly text: Ref<string>
  type(text: string): void
  /** Write now what is not written yet. */
  flush(): Promise<void>
}

export function useKeptText({ key, stored, write, saving }: KeptTextOptions): KeptText {
  const text = ref(stored() ?? '')
  let dirty = false
  let timer = 0

  function type(typed: string): void {
    text.value = typed
    dirty = true
    void saving.save(`draft/${key}`, () => saveDraft(key, typed), { quiet: excessOf(typed) > 0 })
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void flush(), REST_MS)
  }

  async function flush(): Promise<void> {
    window.clearTimeout(timer)
    if (!dirty || excessOf(text.value) > 0) return // too long stays on the screen and as a draft: nothing is cut
    dirty = false
    const written = text.value
    const outcome = await write(written === '' ? null : written)
    if (outcome === 'declined') text.value = stored() ?? ''
    const settled = outcome === 'saved' || outcome === 'declined'
    if (settled && !dirty) await clearDraft(key).catch(() => undefined) // a draft too many is stale, not lost
  }

  async function restore(): Promise<void> {
    const draft = await loadDraft(key).catch(() => null)
    if (typeof draft !== 'string' || dirty || draft === text.value) return
    text.value = draft
    dirty = true
    await flush()
  }

  const leave = () => void flush()
  watch(stored, (now) => {
    if (!dirty) text.value = now ?? ''
  })
  onMounted(() => {
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('pagehide', leave)
    void restore()
  })
  onBeforeUnmount(() => {
    document.removeEventListener('visibilitychange', leave)
    window.removeEventListener('pagehide', leave)
    leave()
  })
  return { text, type, flush }
}
