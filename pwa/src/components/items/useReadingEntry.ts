/** A reading between the first key and OK. It becomes an answer only on OK: "3" on the way to "31.8" is no finding. */
import { computed, nextTick, ref, watch, type ComputedRef, type Ref } from 'vue'
import { clearDraft } from '@/actions/clearDraft'
import { loadDraft } from '@/actions/loadDraft'
import { saveDraft } from '@/actions/saveDraft'
import type { ItemCell } from '@/domain/types'
import { feel } from '@/feedback/feel'
import { isUnlikely, parseReading } from '@/rules/readings'
import { measured } from './answering'
import type { AnsweringRound } from './answeringRound'
import { pressKey, type PadKey } from './padText'
import type { PageSaving } from './pageSaving'
import { typeAhead } from './typeAhead'

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
  /** A key of the pad. Pressed while the number before is being stored, it is meant for the next reading and waits for it. */
  press(key: PadKey): void
  /** Leads on by itself, once it is stored and normal. */
  ok(options?: { surely: boolean }): Promise<EntryOutcome>
  measureAgain(): void
}

/** `done`: stored and nothing more to ask; open what comes next. */
export function useReadingEntry(
  cell: Ref<ItemCell | null>,
  answering: AnsweringRound,
  saving: PageSaving,
  done: (cell: ItemCell) => void,
): ReadingEntry {
  const text = ref('')
  const typing = ref(false)
  const problem = ref<EntryProblem | null>(null)
  const ahead = typeAhead()
  const isShown = (one: ItemCell | null) => cell.value?.key === one?.key
  const stored = () => cell.value?.answer?.reading ?? null
  const parsed = computed(() => parseReading(text.value, cell.value?.item.decimals ?? null).reading)

  async function begin(): Promise<void> {
    const current = cell.value
    ;[text.value, typing.value, problem.value] = ['', current !== null && isAsked(current), null]
    const draft = current?.item.kind === 'reading' ? await loadDraft(draftOf(current)).catch(() => null) : null
    if (!isShown(current)) return
    if (typeof draft === 'string' && draft !== '' && text.value === '') [text.value, typing.value] = [draft, true]
    const typed = ahead.release()
    if (typing.value) typed.forEach((key) => (key === 'ok' ? void ok() : press(key)))
  }
  watch(() => cell.value?.key, begin, { immediate: true })

  function press(key: PadKey): void {
    const current = cell.value
    if (!current || ahead.keeps(key)) return
    const typed = (text.value = pressKey(text.value, key, current.item.decimals))
    problem.value = null
    void saving.save(`draft/${draftOf(current)}`, () => saveDraft(draftOf(current), typed))
  }

  async function ok({ surely } = { surely: false }): Promise<EntryOutcome> {
    const [current, reading] = [cell.value, parsed.value]
    if (ahead.keeps('ok')) return 'not_yet'
    if (!current || reading === null) return refuse('wrong')
    if (!surely && isUnlikely(current.item, reading, current.last_readings.at(-1)?.value ?? null)) return refuse('unlikely')
    problem.value = null
    ahead.hold()
    const outcome = await store(answering, current, reading)
    if (!isShown(current)) return outcome // the person went elsewhere meanwhile: nothing to lead on from
    if (outcome !== 'not_yet') [text.value, typing.value] = ['', false]
    if (outcome === 'done') done(current)
    await nextTick()
    if (isShown(current)) ahead.release() // no next reading: what was typed ahead was meant for none
    return outcome
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
    press,
    ok,
    measureAgain: () => (typing.value = true),
  }
}

async function store(answering: AnsweringRound, cell: ItemCell, reading: string): Promise<EntryOutcome> {
  const set = measured(cell.item, cell.answer, reading)
  if ((await answering.answer(cell, set)) !== 'saved') return 'not_yet'
  await clearDraft(draftOf(cell)).catch(() => undefined) // shown again as typed, stored all the same
  return set.value === 'normal' ? 'done' : 'stays'
}
const draftOf = ({ answer_id }: ItemCell) => `answer/${answer_id}/pad`
/** A reading that nobody answered in any way opens with its keys. */
const isAsked = ({ item, answer }: ItemCell) =>
  item.kind === 'reading' && (answer?.reading ?? null) === null && !answer?.unmeasurable_reason && answer?.value !== 'not_applicable'
