/** Conditions as a form can hold them: a list of single questions, all or any of which must hold. */
import type { Condition, DraftItem } from '@/domain/types'

export type Test = 'answered' | 'unanswered' | 'normal' | 'abnormal' | 'not_applicable' | 'above' | 'below' | 'chosen' | 'not_chosen'
/** `value`: a limit, or the key of an option. */
export interface ConditionRow { readonly item: string; readonly test: Test; readonly value: string }
export interface ConditionList { readonly join: 'all' | 'any'; readonly rows: readonly ConditionRow[] }

/** null where the condition is of another form: it is shown in words. */
export function rowsOf(condition: Condition | null): ConditionList | null {
  if (condition === null) return { join: 'all', rows: [] }
  const [join, parts] = 'all' in condition ? (['all', condition.all] as const) : 'any' in condition ? (['any', condition.any] as const) : (['all', [condition]] as const)
  const rows = parts.map(rowOf)
  return rows.every((row) => row !== null) ? { join, rows } : null
}

function rowOf(part: Condition): ConditionRow | null {
  if ('item' in part) {
    if ('is' in part) return { item: part.item, test: part.is, value: '' }
    if ('chosen' in part) return { item: part.item, test: 'chosen', value: part.chosen }
    if (part.above !== undefined && part.below !== undefined) return null
    return part.above !== undefined ? { item: part.item, test: 'above', value: part.above } : { item: part.item, test: 'below', value: part.below ?? '' }
  }
  if (!('not' in part) || !('item' in part.not)) return null
  if ('chosen' in part.not) return { item: part.not.item, test: 'not_chosen', value: part.not.chosen }
  return 'is' in part.not && part.not.is === 'answered' ? { item: part.not.item, test: 'unanswered', value: '' } : null
}

export function conditionOf({ join, rows }: ConditionList): Condition | null {
  const parts = rows.map(partOf)
  const [only] = parts
  if (only === undefined) return null
  if (parts.length === 1) return only
  return join === 'all' ? { all: parts } : { any: parts }
}

function partOf({ item, test, value }: ConditionRow): Condition {
  if (test === 'chosen') return { item, chosen: value }
  if (test === 'not_chosen') return { not: { item, chosen: value } }
  if (test === 'unanswered') return { not: { item, is: 'answered' } }
  if (test === 'above') return { item, above: value }
  return test === 'below' ? { item, below: value } : { item, is: test }
}

/** What an item can be asked, the likeliest first. */
export function testsOf({ kind, options }: Pick<DraftItem, 'kind' | 'options'>): readonly ConditionRow['test'][] {
  if (kind === 'choice') return [...(options.length > 0 ? (['chosen', 'not_chosen'] as const) : []), 'abnormal', 'normal', 'answered', 'unanswered']
  if (kind === 'reading') return ['above', 'below', 'abnormal', 'normal', 'answered', 'unanswered']
  return kind === 'judgement' ? ['abnormal', 'normal', 'not_applicable', 'answered', 'unanswered'] : ['answered', 'unanswered']
}

/** A row that makes sense for this item. */
export function firstRow(item: Pick<DraftItem, 'check_key' | 'kind' | 'options'>, test = testsOf(item)[0] ?? 'answered'): ConditionRow {
  const value = test === 'chosen' || test === 'not_chosen' ? (item.options[0]?.key ?? '') : test === 'above' || test === 'below' ? '0' : ''
  return { item: item.check_key, test, value }
}

/** Items that a condition of this one may ask: those above it, and, for an asset's item, all of the round. */
export function askable(item: DraftItem, items: readonly DraftItem[]): DraftItem[] {
  const at = items.findIndex(({ id }) => id === item.id)
  return items.filter((one, n) => one.id !== item.id && one.kind !== 'photo' && (item.scope === 'asset' && one.scope === 'round' ? true : one.scope === item.scope && n < at))
}
