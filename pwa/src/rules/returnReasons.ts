/** Why a point of a round is sent back: one of these to each pinned comment, whose words say the rest. */
import type { ReturnReason, ReturnReasons, RoundEvent } from '../domain/types'

export const RETURN_REASONS = [
  'photo_unclear', 'reading_implausible', 'item_missing', 'wrong_asset', 'text_unclear', 'other',
] as const satisfies readonly ReturnReason[]

/** What these send-backs say, the last word on each comment. */
export function returnReasonsOf(events: readonly Pick<RoundEvent, 'name' | 'args'>[]): ReturnReasons {
  const said = events.filter(({ name }) => name === 'sent_back').flatMap(({ args }) => Object.entries(args?.['reasons'] ?? {}))
  return Object.fromEntries(said.filter((entry): entry is [string, ReturnReason] => isReturnReason(entry[1])))
}

const isReturnReason = (value: unknown): value is ReturnReason => (RETURN_REASONS as readonly unknown[]).includes(value)
