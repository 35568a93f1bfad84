import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { beginDraft } from '@/actions/beginDraft'
import { addDraftItems } from '@/actions/editDraft'
import { useDecision } from '@/components/decisions/useDecision'
import { useTemplates } from '@/composables/useTemplates'
import type { ReadXlsForm } from '@/domain/types'

/** Names of a new draft, and the way to begin it, with the items that a form brought or with none. */
export function useNewDraft() {
  const { t } = useI18n()
  const [name_zh, name_en, key] = [ref(''), ref(''), ref('')]
  const templates = useTemplates()
  const known = computed(() => (templates.value ?? []).map((line) => line.key))
  const { busy, trouble, decide, dismiss } = useDecision()
  const lacking = computed(() => {
    if (name_zh.value.trim() === '') return t('templates.name_zh')
    if (name_en.value.trim() === '') return t('templates.name_en')
    return /^[a-z0-9_]{1,60}$/.test(key.value) ? '' : t('templates.key_hint')
  })

  /** The draft's id, or null where it was not begun. */
  async function begin(items: ReadXlsForm['items']): Promise<string | null> {
    let id: string | null = null
    const names = { key: key.value, name_zh: name_zh.value.trim(), name_en: name_en.value.trim(), based_on_id: null }
    const begun = await decide(async () => {
      const made = await beginDraft(names)
      if (made.decision.outcome === 'applied') {
        id = made.id
        await addDraftItems(made.id, items.map((item, at) => ({ ...item, position: at + 1, removed: false })))
      }
      return made.decision
    })
    return begun ? id : null
  }
  return { name_zh, name_en, key, known, busy, trouble, dismiss, lacking, begin }
}
