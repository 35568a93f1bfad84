/** Which item comes next, and what the one filled button of the items page does. Pure. */
import type { AssetSheet, ItemCell, RoundBook } from '@/domain/types'

/** Required and not filled: what the round waits for. */
export const isOpen = (cell: ItemCell): boolean => cell.item.required && !cell.filled

export function firstOpen(cells: readonly ItemCell[]): ItemCell | null {
  return cells.find(isOpen) ?? null
}

/** The next open item behind `key`, from the top again at the end; never `key` itself. */
export function nextOpen(cells: readonly ItemCell[], key: string | null): ItemCell | null {
  const at = cells.findIndex((cell) => cell.key === key)
  return [...cells.slice(at + 1), ...cells.slice(0, Math.max(at, 0))].find((cell) => isOpen(cell) && cell.key !== key) ?? null
}

/** The first open item from `key` on, itself included: where somebody goes on who went back to the list there. */
export function openFrom(cells: readonly ItemCell[], key: string | null): ItemCell | null {
  const at = Math.max(cells.findIndex((cell) => cell.key === key), 0)
  return [...cells.slice(at), ...cells.slice(0, at)].find(isOpen) ?? null
}

/** The neighbour below, whatever its answer; null at the end. */
export function below(cells: readonly ItemCell[], key: string | null): ItemCell | null {
  const at = cells.findIndex((cell) => cell.key === key)
  return at === -1 ? null : (cells[at + 1] ?? null)
}

export type FootAction =
  /** The open item itself still lacks something. */
  | { readonly kind: 'here'; readonly cell: ItemCell; readonly lacks: NonNullable<ItemCell['missing']> }
  | { readonly kind: 'next'; readonly cell: ItemCell; readonly adjacent: boolean }
  | { readonly kind: 'scan'; readonly n: number; readonly total: number }
  | { readonly kind: 'finish' }

/** `current` is open; without one, `last` is where the person was. */
export function footAction(book: RoundBook, cells: readonly ItemCell[], current: ItemCell | null, last: string | null = null): FootAction {
  if (current?.answer && current.missing !== null && isOpen(current)) {
    return { kind: 'here', cell: current, lacks: current.missing }
  }
  const next = current ? nextOpen(cells, current.key) : openFrom(cells, last)
  if (next) return { kind: 'next', cell: next, adjacent: below(cells, current?.key ?? null)?.key === next.key }
  if (current?.missing != null && isOpen(current)) return { kind: 'here', cell: current, lacks: current.missing }
  return afterThese(book, cells)
}

/** Everything here is filled: on to the next asset to scan, else to the end of the round, which leads to what is still empty. */
function afterThese({ sheets }: RoundBook, cells: readonly ItemCell[]): FootAction {
  const here = new Set(cells.map((cell) => cell.asset?.id ?? null))
  const scanned = sheets.filter((sheet) => sheet.scan !== null)
  const next = sheets.some((sheet) => sheet.scan === null && !here.has(sheet.asset.id) && !isDone(sheet))
  return next ? { kind: 'scan', n: scanned.length + 1, total: sheets.length } : { kind: 'finish' }
}

const isDone = (sheet: AssetSheet): boolean => !sheet.cells.some(isOpen)
