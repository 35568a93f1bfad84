/**
 * What is wrong with a checklist as a whole: what no single field can tell. Nothing with a problem is published.
 * Each problem names its item, the field to put right, and a word that both languages have a sentence for.
 */
import type { ItemOption, TemplateItem } from '../domain/types'
import { isBlank } from './blank'
import type { ConditionItem, ConditionProblem } from './conditionProblems'
import { conditionProblems, isJudged } from './conditionProblems'
import { compare, decimal } from './decimal'
import { inOrder } from './items'

export const MAX_ITEMS = 500
const KEY = /^[a-z0-9_]{1,60}$/

export type ItemField = 'items' | keyof TemplateItem
export type Problem =
  | ConditionProblem
  | 'no_items' | 'too_many_items' | 'bad_key' | 'duplicate_key' | 'title_missing' | 'not_a_number' | 'limits_crossed'
  | 'too_few_options' | 'bad_option_key' | 'duplicate_option' | 'option_title_missing' | 'never_abnormal' | 'no_asset_to_scan'

/** `check_key` is null for what concerns the list. */
export interface TemplateProblem {
  readonly check_key: string | null
  readonly field: ItemField
  readonly problem: Problem
}

/** What the check reads of an item; one of a draft has it too, once it has its ordinal. */
export type CheckedItem = ConditionItem &
  Pick<TemplateItem, 'ordinal' | 'title_zh' | 'title_en' | 'low' | 'high' | 'photo' | 'scan'>
type Found = readonly [ItemField, Problem]

/** Problems in the order in which the items are shown; an empty list may be published. */
export function templateProblems(items: readonly CheckedItem[]): TemplateProblem[] {
  const found: TemplateProblem[] = []
  if (items.length === 0) found.push({ check_key: null, field: 'items', problem: 'no_items' })
  if (items.length > MAX_ITEMS) found.push({ check_key: null, field: 'items', problem: 'too_many_items' })
  const ordered = inOrder(items)
  const known = new Map(ordered.map((item) => [item.check_key, item]))
  const earlier = new Map<string, CheckedItem>()
  for (const item of ordered) {
    const ofCondition = conditionProblems(item, known, earlier).map((problem): Found => ['shown_if', problem])
    const all = [...ownProblems(item, earlier.has(item.check_key)), ...ofCondition]
    found.push(...all.map(([field, problem]) => ({ check_key: item.check_key, field, problem })))
    earlier.set(item.check_key, item)
  }
  return found
}

function ownProblems(item: CheckedItem, isKnown: boolean): Found[] {
  const found: (Found | false)[] = [
    !KEY.test(item.check_key) && ['check_key', 'bad_key'],
    isKnown && ['check_key', 'duplicate_key'],
    isBlank(item.title_zh) && ['title_zh', 'title_missing'],
    isBlank(item.title_en) && ['title_en', 'title_missing'],
    ...(item.kind === 'reading' ? limitProblems(item) : []),
    ...(item.kind === 'choice' ? optionProblems(item.options) : []),
    item.photo === 'on_abnormal' && !isJudged(item) && ['photo', 'never_abnormal'],
    item.scan && item.scope === 'round' && ['scan', 'no_asset_to_scan'],
  ]
  return found.filter((one) => one !== false)
}

function limitProblems({ low, high }: CheckedItem): (Found | false)[] {
  const [least, most] = [decimal(low), decimal(high)]
  return [
    low !== null && least === null && ['low', 'not_a_number'],
    high !== null && most === null && ['high', 'not_a_number'],
    least !== null && most !== null && compare(least, most) > 0 && ['low', 'limits_crossed'],
  ]
}

function optionProblems(options: readonly ItemOption[]): (Found | false)[] {
  const keys = options.map(({ key }) => key)
  return [
    options.length < 2 && ['options', 'too_few_options'],
    !keys.every((key) => KEY.test(key)) && ['options', 'bad_option_key'],
    new Set(keys).size < keys.length && ['options', 'duplicate_option'],
    options.some(({ title_zh, title_en }) => isBlank(title_zh) || isBlank(title_en)) && ['options', 'option_title_missing'],
  ]
}
