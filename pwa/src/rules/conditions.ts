/**
 * Whether an item is asked at all: a condition over what was answered to other items of the same asset or of the round.
 *
 *     {all: [...]} · {any: [...]} · {not: {...}}
 *     {item: key, is: 'answered' | 'normal' | 'abnormal' | 'not_applicable'}
 *     {item: key, chosen: option key}          of a choice
 *     {item: key, above: '5', below: '9'}      of a reading; a limit itself is neither above nor below
 *
 * A condition in a form that this version does not know hides nothing.
 */
import type { Answer } from '../domain/types'
import { isBlank } from './blank'
import { compare, decimal } from './decimal'

export type ConditionAnswer = Pick<Answer, 'value' | 'reading' | 'chosen' | 'text' | 'unmeasurable_reason'>
/** By check key: of the items that are asked themselves, and no others. */
export type Answered = ReadonlyMap<string, ConditionAnswer>
/** One question of a condition about one item, as it was read: its members are not known to be right. */
export type Leaf = Readonly<Record<string, unknown>>

/** Whether a condition is met. */
export function holds(condition: unknown, answers: Answered): boolean {
  if (!isRecord(condition)) return true
  if ('all' in condition) return parts(condition['all']).every((part) => holds(part, answers))
  if ('any' in condition) return parts(condition['any']).some((part) => holds(part, answers))
  if ('not' in condition) return !holds(condition['not'], answers)
  return says(condition, answers.get(String(condition['item'])) ?? null)
}

/** Keys of the items that a condition asks about, each once, in the order named. */
export const itemsNamed = (condition: unknown): string[] => [
  ...new Set(leaves(condition).flatMap((leaf) => ('item' in leaf ? [String(leaf['item'])] : []))),
]

/** The questions of a condition about single items. */
export function leaves(condition: unknown): Leaf[] {
  if (!isRecord(condition)) return []
  if ('not' in condition) return leaves(condition['not'])
  if ('all' in condition || 'any' in condition) return parts(condition['all'] ?? condition['any']).flatMap(leaves)
  return [condition]
}

/** Something was said: judged, measured, chosen, written, or why it could not be. */
export const isAnswered = (answer: ConditionAnswer | null): boolean =>
  answer !== null &&
  (answer.value !== null || (answer.chosen ?? []).length > 0 ||
    [answer.reading, answer.text, answer.unmeasurable_reason].some((text) => !isBlank(text)))

function says(leaf: Leaf, answer: ConditionAnswer | null): boolean {
  if ('is' in leaf) return leaf['is'] === 'answered' ? isAnswered(answer) : (answer?.value ?? null) === leaf['is']
  // What was chosen or measured before it was called not applicable is kept, no more.
  const said = answer?.value === 'not_applicable' ? null : answer
  if ('chosen' in leaf) return (said?.chosen ?? []).some((key) => key === leaf['chosen'])
  if ('above' in leaf || 'below' in leaf) return liesBetween(said?.reading ?? null, leaf['above'], leaf['below'])
  return true
}

function liesBetween(reading: string | null, above: unknown, below: unknown): boolean {
  const [value, least, most] = [decimal(reading), limit(above), limit(below)]
  if (value === null) return false
  return (least === null || compare(value, least) > 0) && (most === null || compare(value, most) < 0)
}

const limit = (text: unknown) => (typeof text === 'string' ? decimal(text) : null)

const parts = (said: unknown): readonly unknown[] => (Array.isArray(said) ? said : [])

export const isRecord = (said: unknown): said is Leaf => typeof said === 'object' && said !== null && !Array.isArray(said)
