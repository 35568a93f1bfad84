/**
 * What is wrong with one item's condition (`shown_if`): its form, and whether the items that it names can answer it.
 * An item of an asset may ask about earlier items of the same asset and about the round's own; an item of the round about
 * earlier items of the round. So no condition can go round in a circle.
 */
import type { TemplateItem } from '../domain/types'
import type { Leaf } from './conditions'
import { isRecord, leaves } from './conditions'
import { decimal } from './decimal'

export const MAX_DEPTH = 5
export const MAX_LEAVES = 50
export const STANDINGS = ['answered', 'normal', 'abnormal', 'not_applicable'] as const

/** Kinds that are normal or abnormal. */
export const isJudged = ({ kind }: Pick<TemplateItem, 'kind'>): boolean =>
  kind === 'judgement' || kind === 'reading' || kind === 'choice'

/** What a condition's check reads of an item. */
export type ConditionItem = Pick<TemplateItem, 'check_key' | 'scope' | 'categories' | 'kind' | 'options' | 'shown_if'>
type ByKey<I> = ReadonlyMap<string, I>

export type ConditionProblem =
  | 'condition_malformed' | 'condition_too_long' | 'condition_of_itself' | 'condition_of_unknown_item'
  | 'condition_of_an_asset' | 'condition_of_later_item' | 'condition_never_together' | 'condition_of_a_photo'
  | 'condition_of_no_choice' | 'condition_unknown_option' | 'condition_never_judged' | 'condition_of_no_reading'

/** Each problem once; `known`: all items by key, `earlier`: those shown before this one. */
export function conditionProblems<I extends ConditionItem>(item: I, known: ByKey<I>, earlier: ByKey<I>): ConditionProblem[] {
  if (item.shown_if === null) return []
  if (!isFormed(item.shown_if, MAX_DEPTH)) return ['condition_malformed']
  const asked = leaves(item.shown_if)
  const ofLeaves = new Set(asked.map((leaf) => leafProblem(item, leaf, known, earlier)).filter((problem) => problem !== null))
  return [...(asked.length > MAX_LEAVES ? (['condition_too_long'] as const) : []), ...ofLeaves]
}

/** One of the forms, and nothing besides; deeper than MAX_DEPTH nobody can read. */
function isFormed(condition: unknown, depth: number): boolean {
  if (!isRecord(condition) || depth === 0) return false
  const members = Object.keys(condition).sort().join()
  if (members === 'all' || members === 'any') {
    const parts: unknown = condition[members]
    return Array.isArray(parts) && parts.length > 0 && parts.every((part) => isFormed(part, depth - 1))
  }
  if (members === 'not') return isFormed(condition['not'], depth - 1)
  if (typeof condition['item'] !== 'string') return false
  if (members === 'is,item') return STANDINGS.some((standing) => standing === condition['is'])
  if (members === 'chosen,item') return typeof condition['chosen'] === 'string'
  const limits = Object.keys(condition).filter((member) => member !== 'item')
  return limits.length > 0 && limits.every((limit) => (limit === 'above' || limit === 'below') && isNumber(condition[limit]))
}

const isNumber = (text: unknown): boolean => typeof text === 'string' && decimal(text) !== null

function leafProblem<I extends ConditionItem>(item: I, leaf: Leaf, known: ByKey<I>, earlier: ByKey<I>): ConditionProblem | null {
  const key = String(leaf['item'])
  const named = known.get(key)
  if (key === item.check_key) return 'condition_of_itself'
  if (named === undefined) return 'condition_of_unknown_item'
  if (item.scope === 'round' && named.scope === 'asset') return 'condition_of_an_asset'
  if (named.scope === item.scope && !earlier.has(key)) return 'condition_of_later_item'
  return areNeverTogether(item, named) ? 'condition_never_together' : unanswerable(leaf, named)
}

/** Two items of an asset that no asset is asked both. */
const areNeverTogether = (item: ConditionItem, named: ConditionItem): boolean =>
  item.scope === 'asset' && named.scope === 'asset' && item.categories.length > 0 && named.categories.length > 0 &&
  !item.categories.some((category) => named.categories.includes(category))

function unanswerable(leaf: Leaf, named: ConditionItem): ConditionProblem | null {
  if (named.kind === 'photo') return 'condition_of_a_photo'
  if ('chosen' in leaf) {
    if (named.kind !== 'choice') return 'condition_of_no_choice'
    return named.options.some(({ key }) => key === leaf['chosen']) ? null : 'condition_unknown_option'
  }
  if ('is' in leaf) return (leaf['is'] === 'normal' || leaf['is'] === 'abnormal') && !isJudged(named) ? 'condition_never_judged' : null
  return named.kind === 'reading' ? null : 'condition_of_no_reading'
}
