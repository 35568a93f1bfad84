/** What a round still lacks. Never a reason to refuse a submit; it blocks only approval. */
import type { Answer, Asset, Template, TemplateItem } from '../domain/types'
import { isBlank } from './blank'
import { isFixedOnSite } from './fixedOnSite'
import { cellKey, shownCells } from './items'
import type { Proof, Proofs } from './proofs'
import { NO_PROOF, proofOf } from './proofs'
import { readingVerdict } from './readings'

export type MissingField =
  | 'answer' | 'severity' | 'reason' | 'reading' | 'choice' | 'text' | 'code' | 'photo' | 'before' | 'after' | 'scan'

export interface Missing {
  readonly asset_id: string | null
  readonly check_key: string
  readonly field: MissingField
}

/** What the rules of completeness read of an answer. */
export type AnswerFacts = Pick<
  Answer,
  | 'value' | 'severity' | 'reading' | 'na_reason' | 'unmeasurable_reason' | 'overrule_reason' | 'chosen' | 'text'
  | 'fixed_on_site'
>
export type ItemFacts = Pick<TemplateItem, 'kind' | 'low' | 'high' | 'options' | 'photo' | 'scan'>

/** Kinds that are neither normal nor abnormal: filled by what they ask for. */
export const isUnjudged = ({ kind }: Pick<TemplateItem, 'kind'>): boolean =>
  kind === 'text' || kind === 'photo' || kind === 'scan'

/** The first thing this answer lacks; null when it is filled. Without `proof` no photo and no scan stands. */
export const missingField = (item: ItemFacts, answer: AnswerFacts | null, proof: Proof = NO_PROOF): MissingField | null =>
  missingWords(item, answer) ?? missingProof(item, answer, proof)

function missingWords(item: ItemFacts, answer: AnswerFacts | null): MissingField | null {
  if (isUnjudged(item) && answer?.value !== 'not_applicable') return unwritten(item, answer)
  const needsReading = item.kind === 'reading' && lacksReading(answer)
  if (answer === null || answer.value === null) {
    if (answer !== null && !isBlank(answer.unmeasurable_reason)) return null
    return needsReading ? 'reading' : 'answer'
  }
  if (answer.value === 'not_applicable') return isBlank(answer.na_reason) ? 'reason' : null
  if (answer.value === 'abnormal' && answer.severity === null) return 'severity'
  if (needsReading) return 'reading'
  if (item.kind === 'choice' && (answer.chosen ?? []).length === 0) return 'choice'
  return overrulesSilently(item, answer) ? 'reason' : null
}

function unwritten({ kind }: ItemFacts, answer: AnswerFacts | null): MissingField | null {
  if (kind === 'photo' || !isBlank(answer?.text)) return null
  return kind === 'scan' ? 'code' : 'text'
}

function missingProof(item: ItemFacts, answer: AnswerFacts | null, { photos, scanned, spot_check }: Proof): MissingField | null {
  if (answer?.value === 'not_applicable' || isUnmeasured(answer)) return null
  if (answer !== null && isFixedOnSite(answer)) {
    if (!photos.has('before')) return 'before'
    if (!photos.has('after')) return 'after'
  }
  if (item.scan && !scanned) return 'scan'
  return photos.size === 0 && (spot_check || asksPhoto(item, answer)) ? 'photo' : null
}

const asksPhoto = ({ kind, photo }: ItemFacts, answer: AnswerFacts | null): boolean =>
  kind === 'photo' || photo === 'required' || (photo === 'on_abnormal' && answer?.value === 'abnormal')

/** A reading that nobody could take, with the reason: neither normal nor abnormal, and filled all the same. */
export const isUnmeasured = (answer: Pick<AnswerFacts, 'value' | 'unmeasurable_reason'> | null): boolean =>
  answer !== null && answer.value === null && !isBlank(answer.unmeasurable_reason)

export const isFilled = (item: ItemFacts, answer: AnswerFacts | null, proof: Proof = NO_PROOF): boolean =>
  missingField(item, answer, proof) === null

/** Whether what is missing here keeps the round from being whole: of required items, and of what was fixed on site. */
export const isAsked = ({ required }: Pick<TemplateItem, 'required'>, answer: AnswerFacts | null): boolean =>
  required || (answer !== null && isFixedOnSite(answer))

/** Required items that are shown and not filled, in the order shown, asset by asset. */
export function missing(
  template: Pick<Template, 'items'>,
  assets: readonly Pick<Asset, 'id' | 'category'>[],
  answers: readonly (AnswerFacts & Pick<Answer, 'asset_id' | 'check_key'>)[],
  proofs: Proofs | null = null,
): Missing[] {
  const byCell = new Map(answers.map((answer) => [cellKey(answer.asset_id, answer.check_key), answer]))
  return shownCells(template, assets, answers).flatMap(({ asset, item }) => {
    const assetId = asset?.id ?? null
    const answer = byCell.get(cellKey(assetId, item.check_key)) ?? null
    const proof = proofs === null ? NO_PROOF : proofOf(proofs, item, assetId)
    const field = isAsked(item, answer) ? missingField(item, answer, proof) : null
    return field === null ? [] : [{ asset_id: assetId, check_key: item.check_key, field }]
  })
}

const lacksReading = (answer: AnswerFacts | null): boolean =>
  isBlank(answer?.reading) && isBlank(answer?.unmeasurable_reason)

/** A reading outside its limits, or an option that means a fault. */
export function isAbnormalByItself(item: ItemFacts, answer: Pick<AnswerFacts, 'reading' | 'chosen'>): boolean {
  if (item.kind === 'choice') return item.options.some(({ key, abnormal }) => abnormal && (answer.chosen ?? []).includes(key))
  const verdict = item.kind === 'reading' ? readingVerdict(item, answer.reading) : null
  return verdict === 'below' || verdict === 'above'
}

/** What is abnormal by itself and a person calls normal needs that person's reason. */
function overrulesSilently(item: ItemFacts, answer: AnswerFacts): boolean {
  return isAbnormalByItself(item, answer) && answer.value === 'normal' && isBlank(answer.overrule_reason)
}
