import { ref, watch } from 'vue'
import { clearDraft } from '@/actions/clearDraft'
import { loadDraft } from '@/actions/loadDraft'
import { saveDraft } from '@/actions/saveDraft'

const PAUSE_MS = 400

/** Words being typed, kept over a crash until they were sent or dropped. */
export function useKeptText(key: () => string) {
  const text = ref('')
  let pause = 0

  watch(
    key,
    async (wanted) => {
      text.value = ''
      const kept = await loadDraft(wanted).catch(() => null)
      // What the person typed meanwhile is newer than what was kept.
      if (wanted === key() && typeof kept === 'string' && text.value === '') text.value = kept
    },
    { immediate: true },
  )
  watch(text, (typed) => {
    window.clearTimeout(pause)
    const at = key()
    pause = window.setTimeout(() => void (typed === '' ? clearDraft(at) : saveDraft(at, typed)).catch(() => undefined), PAUSE_MS)
  })
  return text
}
