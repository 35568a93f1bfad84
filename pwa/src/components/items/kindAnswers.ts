/** What choosing, writing and scanning set on an answer. Pure, beside answering.ts. */
import type { AnswerFields, ItemCell, LastAnswer, TemplateItem } from '@/domain/types'
import { isBlank } from '@/rules/blank'
import { type AnswerFacts, isAbnormalByItself, missingField } from '@/rules/missing'
import { type AnswerSet, judged } from './answering'

type Known = AnswerFields | null

/** Options were taken. One that means a fault makes the item abnormal by itself; none at all is no answer. */
export function chose(item: TemplateItem, before: Known, chosen: readonly string[]): AnswerSet {
  const set: AnswerSet = { chosen, ...(before?.overrule_reason != null && { overrule_reason: null }) }
  if (chosen.length === 0) return { ...set, value: null, ...(before?.severity != null && { severity: null }) }
  const faulty = isAbnormalByItself(item, { reading: null, chosen })
  return { ...set, ...judged(before, faulty ? 'abnormal' : 'normal') }
}

/** Several may be taken: pressed again, one is put back. */
export const toggled = (chosen: readonly string[], key: string): string[] =>
  chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key]

/** Something was written or scanned: it applies after all. */
export const wrote = (before: Known, text: string | null): AnswerSet => ({
  text,
  ...(before?.value === 'not_applicable' && { value: null, na_reason: null }),
})

const WORDS = ['indication', 'actual', 'remark'] as const

/**
 * What "same as last time" takes over: a text, a choice, and the words beside a judgement; never a reading, a photo, a code,
 * nor the judgement itself, which is looked at each time. Null: nothing was said, or nothing that this item lacks.
 */
export function sameAsLast(item: TemplateItem, last: LastAnswer | null, now: Known): AnswerSet | null {
  if (last === null || now?.value === 'not_applicable' || last.answer.value === 'not_applicable') return null
  const before = last.answer
  const words = Object.fromEntries(WORDS.flatMap((field) => (isBlank(before[field]) || !isBlank(now?.[field]) ? [] : [[field, before[field]]])))
  const known = new Set(item.options.map(({ key }) => key))
  const chosen = item.kind === 'choice' && (now?.chosen ?? []).length === 0 ? (before.chosen ?? []).filter((key) => known.has(key)) : []
  const text = item.kind === 'text' && isBlank(now?.text) && !isBlank(before.text) ? { text: before.text } : {}
  const set: AnswerSet = { ...words, ...text, ...(chosen.length > 0 && chose(item, now, chosen)) }
  const takes = item.kind === 'judgement' || item.kind === 'choice' || item.kind === 'text'
  return takes && Object.keys(set).length > 0 ? { ...set, same_as_last: true } : null
}

const NOTHING: AnswerFacts = {
  value: null, severity: null, reading: null, na_reason: null, unmeasurable_reason: null, overrule_reason: null, chosen: null,
  text: null, fixed_on_site: null,
}

/** Whether the item is filled once this is set: then the next one may open. */
export const isWholeWith = ({ item, answer, proof }: ItemCell, set: AnswerSet): boolean =>
  missingField(item, { ...(answer ?? NOTHING), ...set }, proof) === null
