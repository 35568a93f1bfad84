/** What a round still lacks. Never a reason to refuse a submit; it blocks only approval. */
import type { Answer, Asset, Template, TemplateItem } from '../domain/types'
import { isBlank } from './blank'
import { cellKey, cellsOf } from './items'
import { readingVerdict } from './readings'

export type MissingField = 'answer' | 'severity' | 'reason' | 'reading'

export interface Missing {
  readonly asset_id: string | null
  readonly check_key: string
  readonly field: MissingField
}

/** What the rules of completeness read of an answer. */
export type AnswerFacts = Pick<
  Answer,
  'value' | 'severity' | 'reading' | 'na_reason' | 'unmeasurable_reason' | 'overrule_reason'
>
type ItemFacts = Pick<TemplateItem, 'kind' | 'low' | 'high'>

/** The first thing this answer lacks; null when it is filled. */
export function missingField(item: ItemFacts, answer: AnswerFacts | null): MissingField | null {
  const needsReading = item.kind === 'reading' && lacksReading(answer)
  if (answer === null || answer.value === null) {
    if (answer !== null && !isBlank(answer.unmeasurable_reason)) return null
    return needsReading ? 'reading' : 'answer'
  }
  if (answer.value === 'not_applicable') return isBlank(answer.na_reason) ? 'reason' : null
  if (answer.value === 'abnormal' && answer.severity === null) return 'severity'
  if (needsReading) return 'reading'
  return overrulesSilently(item, answer) ? 'reason' : null
}

/** A reading that nobody could take, with the reason: neither normal nor abnormal, and filled all the same. */
export const isUnmeasured = (answer: Pick<AnswerFacts, 'value' | 'unmeasurable_reason'> | null): boolean =>
  answer !== null && answer.value === null && !isBlank(answer.unmeasurable_reason)

export const isFilled = (item: ItemFacts, answer: AnswerFacts | null): boolean => missingField(item, answer) === null

/** Required items that are not filled, in the order shown, asset by asset. */
export function missing(
  template: Pick<Template, 'items'>,
  assets: readonly Pick<Asset, 'id' | 'category'>[],
  answers: readonly (AnswerFacts & Pick<Answer, 'asset_id' | 'check_key'>)[],
): Missing[] {
  const byCell = new Map(answers.map((answer) => [cellKey(answer.asset_id, answer.check_key), answer]))
  return cellsOf(template, assets).flatMap(({ asset, item }) => {
    const assetId = asset?.id ?? null
    const field = item.required ? missingField(item, byCell.get(cellKey(assetId, item.check_key)) ?? null) : null
    return field === null ? [] : [{ asset_id: assetId, check_key: item.check_key, field }]
  })
}

const lacksReading = (answer: AnswerFacts | null): boolean =>
  isBlank(answer?.reading) && isBlank(answer?.unmeasurable_reason)

/** A reading outside its limits that a person calls normal needs that person's reason. */
function overrulesSilently(item: ItemFacts, answer: AnswerFacts): boolean {
  const verdict = item.kind === 'reading' ? readingVerdict(item, answer.reading) : null
  return (verdict === 'below' || verdict === 'above') && answer.value === 'normal' && isBlank(answer.overrule_reason)
}
