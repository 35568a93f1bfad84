/** Answering within one round: every change passes here, is weighed against the signatures, and is kept until it is on disk. */
import { computed, inject, provide, ref, watchEffect, type InjectionKey, type Ref } from 'vue'
import { answerItem } from '@/actions/answerItem'
import type { ItemCell, ResignRule, RoundBook } from '@/domain/types'
import { FINDING_FIELDS as FINDING } from '@/rules/signedFields'
import type { AnswerSet } from './answering'
import type { PageSaving, Saved } from './pageSaving'

const FINDING_FIELDS: readonly string[] = FINDING

/** Would this change make a signature that stands fall? */
export function voidsSignature(resign: ResignRule, fields: readonly string[]): boolean {
  if (resign === 'on_finding_change') return fields.some((field) => FINDING_FIELDS.includes(field))
  return resign === 'always'
}

export interface AnsweringRound {
  readonly round_id: Ref<string>
  /** The dialog "this voids both signatures" is open. */
  readonly asking: Ref<boolean>
  /** Asks first where a signature would fall; false: the person leaves it as it is. */
  mayChange(fields: readonly string[]): Promise<boolean>
  answer(cell: ItemCell, set: AnswerSet): Promise<Saved | 'declined'>
  decide(agreed: boolean): void
}

const ANSWERING: InjectionKey<AnsweringRound> = Symbol('answering')

export function provideAnswering(round_id: Ref<string>, book: Ref<RoundBook | null>, saving: PageSaving): AnsweringRound {
  const asking = ref(false)
  const agreed = ref(false)
  let settle: (agreed: boolean) => void = () => undefined

  const stands = computed(() => book.value !== null && (book.value.signed.engineer_stands || book.value.signed.client_stands))
  watchEffect(() => (saving.quiet_drafts.value = stands.value && !agreed.value))

  async function mayChange(fields: readonly string[]): Promise<boolean> {
    if (agreed.value || !stands.value || !voidsSignature(book.value?.template?.resign ?? 'always', fields)) return true
    settle(false) // a second change while the first is being asked about
    asking.value = true
    return new Promise((resolve) => (settle = resolve))
  }

  const answering: AnsweringRound = {
    round_id,
    asking,
    mayChange,
    async answer(cell, change) {
      const set = cell.answer?.same_as_last === true ? { same_as_last: null, ...change } : change
      const fields = Object.keys(set)
      if (!(await mayChange(fields))) return 'declined'
      const where = { asset_id: cell.asset?.id ?? null, check_key: cell.item.check_key }
      return saving.save(`answer/${cell.key}/${fields.join()}`, () => answerItem(round_id.value, where, set))
    },
    decide(yes) {
      asking.value = false
      agreed.value = yes // asked once a visit: the second change of a correction is no surprise
      settle(yes)
    },
  }
  provide(ANSWERING, answering)
  return answering
}

export function useAnswering(): AnsweringRound {
  const answering = inject(ANSWERING)
  if (!answering) throw new Error('no page above answers for its round')
  return answering
}
