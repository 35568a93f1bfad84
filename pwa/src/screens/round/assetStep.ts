import type { AssetSheet, RoundBook } from '@/domain/types'

/** What the filled button of an asset does, and its words. Pure. */
export interface AssetWork {
  readonly judgements: number
  readonly readings: number
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
    judgements_left: judgements.filter(({ answer }) => !answer?.value).length,
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
  const left = book.sheets.filter(({ done, total }) => done < total).length
  return left === 0 ? step('finish', 0) : step('scan_next', book.counts.assets_done + 1, 'scan_next', book.counts.assets)
}

/** Where filling goes on: the first item that nobody filled, null when there is none. */
export function firstUnfilled({ cells }: Pick<AssetSheet, 'cells'>): string | null {
  return cells.find(({ filled }) => !filled)?.item.check_key ?? null
}
