import type { AssetSheet, RoundBook } from '@/domain/types'
import { mayBeSetNormal } from '@/rules/allNormal'

/** What the filled button of an asset does, and its words. Pure. */
export interface AssetWork {
  readonly judgements: number
  readonly readings: number
  /** Choices, texts, photos, codes. */
  readonly others: number
  /** Without an answer and without an open ticket: what one tap may set to normal. */
  readonly judgements_left: number
  readonly readings_left: number
}
export interface AssetStep {
  readonly kind: 'scan' | 'all_normal' | 'fill' | 'scan_next' | 'finish'
  /** assets.step_<key> */
  readonly key: string
  readonly figures: { readonly n: number; readonly total: number }
}

export function workOf({ cells }: Pick<AssetSheet, 'cells'>): AssetWork {
  const judgements = cells.filter(({ item }) => item.kind === 'judgement')
  const readings = cells.filter(({ item }) => item.kind === 'reading')
  return {
    judgements: judgements.length,
    readings: readings.length,
    others: cells.length - judgements.length - readings.length,
    judgements_left: judgements.filter((cell) => !cell.answer?.value && mayBeSetNormal(cell)).length,
    readings_left: readings.filter(({ filled }) => !filled).length,
  }
}

/** Not scanned: scan. Judgements open: all of them normal at one tap. Readings open: typed. All filled: the next asset. */
export function nextStep(book: Pick<RoundBook, 'sheets' | 'counts' | 'phase'>, sheet: AssetSheet): AssetStep {
  const { readings, judgements_left } = workOf(sheet)
  const open = sheet.total - sheet.done
  const step = (kind: AssetStep['kind'], n: number, key: string = kind, total = 0) => ({ kind, key, figures: { n, total } })

  if (book.phase === 'submitted' || book.phase === 'sealed') return step('fill', 0, 'look')
  if (!sheet.scan) return step('scan', 0)
  if (judgements_left > 0) return step('all_normal', judgements_left, readings > 0 ? 'judgements_normal' : 'all_normal')
  if (open > 0) return step('fill', open)
  // All scanned and something still empty: the finish page leads there.
  const next = book.sheets.some(({ scan, done, total }) => scan === null && done < total)
  const scanned = book.sheets.filter(({ scan }) => scan !== null).length
  return next ? step('scan_next', scanned + 1, 'scan_next', book.counts.assets) : step('finish', 0)
}

/** Where filling goes on: the first item that nobody filled, null when there is none. */
export function firstUnfilled({ cells }: Pick<AssetSheet, 'cells'>): string | null {
  return cells.find(({ filled }) => !filled)?.item.check_key ?? null
}
