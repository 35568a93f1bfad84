/** In which order a supervisor meets a round: what needs a look first, asset by asset. */
import type { Asset, ReviewChange, RoundBook, Scan } from '@/domain/types'
import { isNotable } from './changeFigures'

export interface ReviewGroup {
  /** The asset's id; `-` for what is asked of the whole round. */
  readonly key: string
  readonly asset: Asset | null
  readonly scan: Scan | null
  /** Place on the walk, from 1; null for the whole round. */
  readonly position: number | null
  /** Heaviest first. */
  readonly changes: readonly ReviewChange[]
  readonly to_look_at: number
  readonly abnormal: number
}

export type Weight = 0 | 1 | 2 | 3 | 4 | 5
/** Undecided, found or missing. */
const URGENT: Weight = 3

/** Undecided, then found, then missing, then on its way out of its limits, then changed; pinned comments keep a plain item in sight. */
export function weightOf(change: ReviewChange): Weight {
  const { cell, kind } = change
  if (cell.conflict?.state === 'open') return 5
  if (kind === 'finding') return 4
  if (cell.item.required && cell.missing !== null) return 3
  if (change.forecast) return 2
  return hasChanged(change) || cell.comments.some((comment) => comment.withdrawn_at === null) ? 1 : 0
}

/** A reading that moves a little between its limits is no change to look at; the table shows it all the same. */
function hasChanged({ cell, before, kind }: ReviewChange): boolean {
  if (kind !== 'changed' || cell.item.kind !== 'reading' || cell.answer?.value !== before?.answer?.value) return kind === 'changed'
  return isNotable(cell.item, cell.answer?.reading ?? null, before?.answer?.reading ?? null)
}

export const needsLook = (change: ReviewChange): boolean => weightOf(change) > 0

export function groupsOf(book: Pick<RoundBook, 'sheets'>, changes: readonly ReviewChange[]): ReviewGroup[] {
  const of = (assetId: string | null) => changes.filter(({ cell }) => (cell.asset?.id ?? null) === assetId)
  const walked = book.sheets.map((sheet, at) =>
    group({ key: sheet.asset.id, asset: sheet.asset, scan: sheet.scan, position: at + 1 }, of(sheet.asset.id)),
  )
  const whole = group({ key: '-', asset: null, scan: null, position: null }, of(null))
  const all = [...walked, whole].filter(({ changes: inside }) => inside.length > 0)
  return [0, 1, 2].flatMap((tier) => all.filter((one) => tierOf(one) === tier))
}

/** What must be settled, then what is worth a look, then the rest; within each as they were walked. */
function tierOf({ changes, to_look_at }: ReviewGroup): number {
  if (changes.some((change) => weightOf(change) >= URGENT)) return 0
  return to_look_at > 0 ? 1 : 2
}

/** The items that J and K walk. */
export function walkOf(groups: readonly ReviewGroup[], only_changes: boolean): ReviewChange[] {
  const all = groups.flatMap(({ changes }) => changes)
  return only_changes ? all.filter(needsLook) : all
}

type Head = Pick<ReviewGroup, 'key' | 'asset' | 'scan' | 'position'>
function group(head: Head, inside: readonly ReviewChange[]): ReviewGroup {
  const changes = [...inside].sort((a, b) => weightOf(b) - weightOf(a) || a.cell.ordinal - b.cell.ordinal)
  return {
    ...head,
    changes,
    to_look_at: changes.filter(needsLook).length,
    abnormal: changes.filter(({ cell }) => cell.answer?.value === 'abnormal').length,
  }
}
