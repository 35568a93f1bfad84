/** What is sent back and why, as the server tells it. */
import type { ReturnReason } from './reviewViews'

/** `unstated`: sent back by an app that asked for no reason yet. */
export type ToldReason = ReturnReason | 'unstated'
export type PointsByReason = Readonly<Partial<Record<ToldReason, number>>>

/** How many rounds were handed in, how many of them were sent back at least once, how many points that made. */
export interface ReturnShare { readonly rounds: number; readonly sent_back: number; readonly points: number }
export interface ReturnsOfMonth extends ReturnShare { readonly month: string }
export interface ReturnsOfPerson extends ReturnShare { readonly person_id: string | null; readonly reasons: PointsByReason }
export interface ReturnsOfItem {
  /** null: the round as a whole. */
  readonly check_key: string | null
  readonly title_zh: string | null
  readonly title_en: string | null
  readonly points: number
  readonly reasons: PointsByReason
}
export interface ReviewStatistics extends ReturnShare {
  readonly since: string
  readonly reasons: PointsByReason
  readonly months: readonly ReturnsOfMonth[]
  readonly people: readonly ReturnsOfPerson[]
  readonly items: readonly ReturnsOfItem[]
}
