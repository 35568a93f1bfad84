/** Sealed records, found again. */
import type { Asset, Finding, Member, Place, Round } from './documents'

/** A record of the archive: as the server tells it, or as this device can tell it without a network. */
export interface ArchivedRecord {
  readonly round_id: string
  readonly number: string | null
  readonly name_zh: string
  readonly name_en: string
  readonly occurrence_date: string
  readonly sealed_at: string | null
  readonly seal_hash: string | null
  readonly staff: readonly { readonly display_name_zh: string; readonly display_name_en: string }[]
  readonly assets: number
  readonly findings: number
}
/** `months` and `total` of all records, `found` of those that match; `records` are the newest of these. */
export interface ArchivePage {
  readonly months: readonly string[]
  readonly total: number
  readonly found: number
  readonly records: readonly ArchivedRecord[]
}
export interface ArchiveSearch { readonly month: string; readonly text: string }
/** A sealed round that is still on this device, with what it is found again by. */
export interface SealedRound {
  readonly round: Round
  readonly place: Place | null
  readonly assets: readonly Asset[]
  /** Who handed it in. */
  readonly staff: readonly Member[]
  readonly findings: readonly Finding[]
}
