/** A reading between the first key and OK. It becomes an answer only on OK: "3" on the way to "31.8" is no finding. */
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import { clearDraft } from '@/actions/clearDraft'
import { loadDraft } from '@/actions/loadDraft'
import { saveDraft } from '@/actions/saveDraft'
import type { ItemCell } from '@/domain/types'
import { feel } from '@/feedback/feel'
import { isUnlikely, parseReading } from '@/rules/readings'
import { measured } from './answering'
import type { AnsweringRound } from './answeringRound'
import type { PageSaving } from './pageSaving'

export type EntryProblem = 'wrong' | 'unlikely'
/** What OK led to: stored and normal, stored but more is asked (a finding, a judgement), or not stored yet. */
export type EntryOutcome = 'done' | 'stays' | 'not_yet'

export interface ReadingEntry {
  readonly text: Ref<string>
  /** The pad is shown. */
  readonly typing: Ref<boolean>
  readonly problem: Ref<EntryProblem | null>
  /** The number typed so far, else the stored one. */
  readonly reading: ComputedRef<string | null>
  type(text: string): void
  ok(options?: { surely: boolean }): Promise<EntryOutcome>
  measureAgain(): void
}

export function useReadingEntry(cell: Ref<ItemCell | null>, answering: AnsweringRound, saving: PageSaving): ReadingEntry {
  const text = ref('')
  const typing = ref(false)
  const problem = ref<EntryProblem | null>(null)
  const draftKey = () => `answer/${cell.value?.answer_id}/pad`
  const stored = () => cell.value?.answer?.reading ?? null
  const parsed = computed(() => parseReading(text.value, cell.value?.item.decimals ?? null).reading)

  async function begin(): Promise<void> {
    const current = cell.value
    problem.value = null
    text.value = ''
    typing.value = false
    if (current?.item.kind !== 'reading') return
    typing.value = stored() === null && !current.answer?.unmeasurable_reason && current.answer?.value !== 'not_applicable'
    const draft = await loadDraft(draftKey()).catch(() => null)
    if (typeof draft !== 'string' || draft === '' || cell.value?.key !== current.key || text.value !== '') return
    text.value = draft
    typing.value = true
  }
  watch(() => cell.value?.key, begin, { immediate: true })

  function type(typed: string): void {
    text.value = typed
    problem.value = null
    const key = draftKey()
    void saving.save(`draft/${key}`, () => saveDraft(key, typed))
  }

  async function ok({ surely } = { surely: false }): Promise<EntryOutcome> {
    const current = cell.value
    const reading = parsed.value
    if (!current || reading === null) return refuse('wrong')
    if (!surely && isUnlikely(reading, current.last_readings.at(-1)?.value ?? null)) return refuse('unlikely')
    problem.value = null
    const key = draftKey()
    const set = measured(current.item, current.answer, reading)
    if ((await answering.answer(current, set)) !== 'saved') return 'not_yet'
    await clearDraft(key).catch(() => undefined) // shown again as typed, stored all the same
    text.value = ''
    typing.value = false
    return set.value === 'normal' ? 'done' : 'stays'
  }

  function refuse(why: EntryProblem): EntryOutcome {
    feel('wrong')
    problem.value = why
    return 'not_yet'
  }

  return {
    text,
    typing,
    problem,
    reading: computed(() => (typing.value ? parsed.value : stored())),
    type,
    ok,
    measureAgain: () => (typing.value = true),
  }
}
