/**
 * Photos asked at random, so that an answer given without looking does not pay (domain.md R2).
 * Which items are asked follows from the round's id and the item alone: phone and server agree without a word, and two
 * phones ask the same. Nobody chooses them, and nobody is told before the round is there.
 */
import type { TemplateItem } from '../domain/types'
import { isJudged } from './conditionProblems'
import { naturalId } from './ids'

const STEPS = 2 ** 32

export interface SpotCheckRound { readonly id: string; readonly proof_percent: number }

/** Whether this item asks for a photo on this round; `proof_percent`: the round's share of them, 0 to 100. */
export function isSpotCheck(
  { id, proof_percent }: SpotCheckRound,
  item: Pick<TemplateItem, 'check_key' | 'kind' | 'required'>,
  assetId: string | null,
): boolean {
  if (proof_percent <= 0 || assetId === null || !item.required || !isJudged(item)) return false
  const drawn = Number.parseInt(naturalId('spot_check', id, assetId, item.check_key).slice(0, 8), 16)
  return drawn * 100 < proof_percent * STEPS
}
