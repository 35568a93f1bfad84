/** The list of assets as the server answers it, and the years of readings. */
import type { AssetFilter } from './views'

export type AssetStateWish = 'in_use' | 'spare' | 'retired' | 'any'
/** Without a state: all but the retired ones. */
export interface AssetWish extends AssetFilter { readonly state?: AssetStateWish | null }

interface ListedDocument { readonly id: string; readonly type: string; readonly fields: object }
export interface AssetPage {
  readonly docs: readonly ListedDocument[]
  readonly open_tickets: Readonly<Record<string, number>>
  readonly count: number
  readonly more_than: boolean
  readonly next: string | null
}
export interface AssetIds { readonly ids: readonly string[]; readonly more_than: boolean }

export interface MeasuredItem {
  readonly check_key: string
  readonly title_zh: string
  readonly title_en: string
  readonly unit: string | null
  readonly decimals: number | null
  readonly low: string | null
  readonly high: string | null
}
/** With the limits that held when it was taken. */
export interface MeasuredReading {
  readonly id: string
  readonly check_key: string
  readonly value: string
  readonly at: string
  readonly by: string | null
  readonly round_id: string
  readonly number: string | null
  readonly low: string | null
  readonly high: string | null
  readonly verdict: 'below' | 'within' | 'above' | null
}
export interface MeasuredHistory {
  readonly checks: readonly MeasuredItem[]
  readonly readings: readonly MeasuredReading[]
  readonly next: string | null
}
