import { computed, ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useSaving } from '@/components/useSaving'
import type { DraftView } from '@/composables/useTemplates'
import type { DraftItem } from '@/domain/types'
import { templateProblems } from '@/rules/templateProblems'
import { copyOf, placeAfter, placeFor } from './draftItems'
import { provideDraftEditing } from './draftEditing'
import { useItemWords } from './useItemWords'

/** What the page of a draft does: which item is open, moving, copying, removing and putting back. */
export function useDraftPage(view: Readonly<Ref<DraftView | null>>, chosen: Ref<string | null>) {
  const { t } = useI18n()
  const words = useItemWords()
  const saving = useSaving()
  const items = computed(() => view.value?.items ?? [])
  const problems = computed(() => (view.value ? templateProblems(items.value.map((item, at) => ({ ...item, ordinal: at + 1 }))) : []))
  const editing = provideDraftEditing({
    view: computed(() => view.value), problems, save: saving.save, say: (problem) => t(`templates.problem_${problem}`),
  })
  const at = computed(() => items.value.findIndex(({ id }) => id === chosen.value))
  const item = computed<DraftItem | null>(() => items.value[at.value] ?? null)
  const undo = ref<{ readonly id: string; readonly title: string } | null>(null)

  return {
    items, item, at, saving, undo,
    locked: computed(() => view.value?.draft.state !== 'open'),
    async move(to: number): Promise<void> {
      if (!item.value || to < 0 || to >= items.value.length) return
      await editing.set(item.value, { position: placeFor(items.value, at.value, to) })
    },
    async copy(): Promise<void> {
      if (!item.value || !view.value) return
      const taken = [...items.value, ...view.value.removed]
      const made = await editing.add([copyOf(item.value, taken, placeAfter(items.value, at.value))])
      if (made?.[0] !== undefined) chosen.value = made[0]
    },
    async remove(): Promise<void> {
      const gone = item.value
      if (!gone) return
      const next = items.value[at.value + 1] ?? items.value[at.value - 1] ?? null
      await editing.set(gone, { removed: true })
      undo.value = { id: gone.id, title: words.title(gone) }
      chosen.value = next?.id ?? null
    },
    async putBack(): Promise<void> {
      const gone = view.value?.removed.find(({ id }) => id === undo.value?.id)
      undo.value = null
      if (!gone) return
      await editing.set(gone, { removed: false })
      chosen.value = gone.id
    },
  }
}
