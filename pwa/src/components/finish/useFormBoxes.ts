/** The form's boxes begin with what the findings say. A text that a person touched is that person's and is never filled again. */
import { computed, watch, type Ref } from 'vue'
import { loadDraft } from '@/actions/loadDraft'
import { saveDraft } from '@/actions/saveDraft'
import { writeForm, type FormTexts } from '@/actions/writeForm'
import type { PageSaving } from '@/components/items/pageSaving'
import type { RoundBook } from '@/domain/types'
import { findingsOf } from './finishAction'
import { useFindingWords } from './findingWords'

export type FilledBox = 'problem' | 'solution'
type Texts = Record<FilledBox, string>

/** The text to fill in, or null: it stays as it is. `before`: what was filled in last time. */
export function refill(stored: string | null, before: string | null, now: string): string | null {
  const untouched = before === null ? stored === null : (stored ?? '') === before
  return untouched && now !== (stored ?? '') ? now : null
}

export function useFormBoxes(book: Ref<RoundBook | null>, saving: PageSaving) {
  const words = useFindingWords()
  const fromFindings = computed((): Texts => {
    const findings = book.value ? findingsOf(book.value) : []
    return {
      problem: words.numbered(findings, words.forRecord),
      solution: words.numbered(findings, (cell) => cell.answer?.remark ?? ''),
    }
  })
  const mayFill = computed(() => {
    const phase = book.value?.phase
    return (phase === 'open' || phase === 'sent_back') && !(book.value?.signed.engineer_stands ?? true)
  })

  async function fill(): Promise<void> {
    const shown = book.value
    if (!shown || !mayFill.value) return
    const key = `form/${shown.round.id}`
    const before = (await loadDraft(key).catch(() => null)) as Partial<Texts> | null
    const now = fromFindings.value
    const set: { -readonly [Box in keyof FormTexts]?: FormTexts[Box] } = {}
    for (const box of ['problem', 'solution'] as const) {
      const text = refill(shown.round[box], before?.[box] ?? null, now[box])
      if (text !== null) set[box] = text === '' ? null : text
    }
    if (Object.keys(set).length === 0) return
    const outcome = await saving.save('form/filled', () => writeForm(shown.round.id, set))
    if (outcome === 'saved') await saving.save(`draft/${key}`, () => saveDraft(key, { ...before, ...now }))
  }
  watch([() => book.value?.round.id, fromFindings, mayFill], () => void fill(), { immediate: true })

  return { fromFindings }
}
