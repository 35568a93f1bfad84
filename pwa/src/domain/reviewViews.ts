/** What the review shows: rounds of the queue, and one round beside the one before it. */
import type { Asset, Json, Member, Place, Round } from './documents'
import type { ItemCell, RoundBook, RoundCounts } from './views'

/** Why a point of a round is sent back. */
export type ReturnReason = 'photo_unclear' | 'reading_implausible' | 'item_missing' | 'wrong_asset' | 'text_unclear' | 'other'
/** By comment. */
export type ReturnReasons = Readonly<Record<string, ReturnReason>>

export interface ReviewEntry {
  readonly round: Round
  readonly place: Place | null
  readonly staff: readonly Member[]
  readonly submitted_at: string | null
  readonly submissions: number
  readonly counts: RoundCounts
  readonly conflicts: number
  readonly photos_missing: number
  readonly opinions: number
}
/** A reading inside its limits passes this one in about so many days (at least 1), if it goes on as over the last `readings`. */
export interface Forecast {
  readonly limit: 'low' | 'high'
  readonly days: number
  readonly readings: number
}
export interface ReviewChange {
  readonly cell: ItemCell
  readonly before: ItemCell | null
  readonly kind: 'finding' | 'changed' | 'same'
  readonly forecast: Forecast | null
}
export interface SignedDifference {
  readonly asset: Asset | null
  readonly title_zh: string
  readonly title_en: string
  readonly check_key: string | null
  readonly field: string
  readonly from: Json
  readonly to: Json
  readonly by: Member | null
}
export interface Holding { readonly device: string; readonly person: Member | null; readonly last_seen: string }
export interface Review {
  readonly book: RoundBook
  readonly previous: RoundBook | null
  readonly changes: readonly ReviewChange[]
  readonly changed_after_signature: readonly SignedDifference[]
  readonly holding: readonly Holding[]
  readonly blockers: { readonly conflicts: number; readonly photos: number; readonly missing: number }
}
