/** Whether what was signed is still what the round says, and what differs. */
import type { ResignRule } from '../domain/types'
import { isBlank } from './blank'
import { cellKey } from './items'
import { sameReading } from './readings'
import type { SignedContent } from './signedContent'
import type { AnswerField, FormField } from './signedFields'
import { ANSWER_FIELDS, FINDING_FIELDS, FORM_FIELDS } from './signedFields'

type Said = string | number | boolean | readonly string[] | null

/** One field that is no longer as signed; check_key null is a box of the form. */
export interface Change {
  readonly asset_id: string | null
  readonly check_key: string | null
  readonly field: AnswerField | FormField
  readonly before: Said
  readonly after: Said
}

type Compared = Pick<SignedContent, 'answers' | 'form'>
type Place = Pick<Change, 'asset_id' | 'check_key'>

const FINDING: readonly string[] = FINDING_FIELDS

/** As far as the template's `resign` rule cares. */
export function signatureStands(resign: ResignRule, signed: Compared, current: Compared): boolean {
  if (resign === 'never') return true
  const changed = changesAfter(signed, current)
  if (resign === 'always') return changed.length === 0
  return !changed.some((change) => change.check_key !== null && FINDING.includes(change.field))
}

/** Fields that differ by meaning, answers in the order shown now, then the form's boxes. */
export function changesAfter(signed: Compared, current: Compared): Change[] {
  const [before, after] = [byCell(signed), byCell(current)]
  const inAnswers = [...new Map([...after, ...before])].flatMap(([key, { asset_id, check_key }]) =>
    differences({ asset_id, check_key }, ANSWER_FIELDS, before.get(key), after.get(key)),
  )
  return [...inAnswers, ...differences({ asset_id: null, check_key: null }, FORM_FIELDS, signed.form, current.form)]
}

function differences<F extends AnswerField | FormField>(
  place: Place,
  fields: readonly F[],
  before: Readonly<Partial<Record<F, Said>>> | undefined,
  after: Readonly<Partial<Record<F, Said>>> | undefined,
): Change[] {
  return fields
    .map((field) => ({ ...place, field, before: before?.[field] ?? null, after: after?.[field] ?? null }))
    .filter((change) => !isSame(change))
}

function isSame({ field, before, after }: Change): boolean {
  if (before === after) return true
  if (field === 'chosen') return asSet(before) === asSet(after)
  if (field === 'fixed_on_site') return Boolean(before) === Boolean(after)
  if (!isText(before) || !isText(after)) return false
  if (field === 'value') return false
  return field === 'reading' ? sameReading(before, after) : isBlank(before) && isBlank(after)
}

const isText = (said: Said): said is string | null => said === null || typeof said === 'string'

const asSet = (said: Said): string => (said instanceof Array ? [...new Set(said)].sort().join() : '')

const byCell = ({ answers }: Compared): Map<string, SignedContent['answers'][number]> =>
  new Map(answers.map((answer) => [cellKey(answer.asset_id, answer.check_key), answer]))
