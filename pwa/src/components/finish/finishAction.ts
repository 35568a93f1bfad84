/** What the finish page's one button does: names what is missing and leads there, else the next signature. Pure. */
import type { ItemCell, MissingOfAsset, RoundBook } from '@/domain/types'

export type FinishAction =
  | { readonly kind: 'fill'; readonly missing: MissingOfAsset }
  | { readonly kind: 'fill_round'; readonly count: number }
  | { readonly kind: 'sign' }
  | { readonly kind: 'hand_over' }
  | { readonly kind: 'submit' }
  | { readonly kind: 'receipt' }

export function finishAction(book: RoundBook, inked: boolean): FinishAction {
  if (book.phase === 'submitted' || book.phase === 'sealed') return { kind: 'receipt' }
  const missing = book.missing.find((group) => group.cells.length > 0)
  if (missing) {
    return missing.asset === null ? { kind: 'fill_round', count: missing.cells.length } : { kind: 'fill', missing }
  }
  const { engineer_stands, client_stands } = book.signed
  if (!engineer_stands && !inked) return { kind: 'sign' }
  return client_stands ? { kind: 'submit' } : { kind: 'hand_over' }
}

export const findingsOf = (book: RoundBook): ItemCell[] =>
  [...book.sheets.flatMap((sheet) => sheet.cells), ...book.round_cells].filter((cell) => cell.answer?.value === 'abnormal')

export const missingCount = (book: RoundBook): number => book.missing.reduce((sum, group) => sum + group.cells.length, 0)

export function isScanned(book: RoundBook, assetId: string | null): boolean {
  return book.sheets.some((sheet) => sheet.asset.id === assetId && sheet.scan !== null)
}

/** To the first missing item; without a scan, to the asset's own page, which asks for that proof of presence first. */
export function wayToMissing(book: RoundBook, { asset, cells }: MissingOfAsset) {
  const check = cells[0]?.item.check_key ?? ''
  const round = book.round.id
  if (asset === null) return { name: 'round-items', params: { round, check } }
  if (!isScanned(book, asset.id)) return { name: 'round-asset', params: { round, asset: asset.id } }
  return { name: 'items', params: { round, asset: asset.id, check } }
}
