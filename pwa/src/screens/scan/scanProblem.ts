import type { Asset, ScanMethod, ScanResult, Tag } from '@/domain/types'

/** A code that did not lead to an asset of this round, with what the person needs to decide. */
export type ScanProblem =
  | { readonly kind: 'foreign'; readonly text: string; readonly forged: boolean }
  | { readonly kind: 'bad_code'; readonly text: string }
  | { readonly kind: 'unknown'; readonly code: string }
  | { readonly kind: 'revoked'; readonly tag: Tag; readonly asset: Asset | null; readonly replacement: Tag | null }
  | { readonly kind: 'other_room'; readonly asset: Asset; readonly tag: Tag; readonly raw: string; readonly method: ScanMethod }
  | { readonly kind: 'other_asset'; readonly asset: Asset }
  | { readonly kind: 'photo_empty' | 'not_a_photo' }

export type NotAnAsset = Exclude<ScanResult, { kind: 'asset' }>

export const problemOf = (result: NotAnAsset): ScanProblem => result

/** Only what is certain about a code before it is chosen: its line in the list of codes in view. */
export type ChoiceHint =
  | { readonly kind: 'in_round'; readonly ordinal: number; readonly open_tickets: number }
  | { readonly kind: 'other_room' | 'record' | 'foreign' | 'forged' | 'unknown' | 'revoked' | 'bad_code' }
