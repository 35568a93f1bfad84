/** New items, their keys and their places. */
import type { DraftItem, DraftItemFields } from '@/domain/types'

/** An item as it begins: a judgement on every asset. */
export function blankItem(taken: readonly Pick<DraftItem, 'check_key'>[], position: number): DraftItemFields {
  return {
    check_key: freeKey('item', taken), position, removed: false, scope: 'asset', categories: [], form_row: null, kind: 'judgement', title_zh: '',
    title_en: '', unit: null, decimals: null, low: null, high: null, required: true, has_indication: false, has_actual: false, phrases_zh: [],
    phrases_en: [], guidance_zh: null, guidance_en: null, options: [], multiple: false, photo: 'none', scan: false, shown_if: null,
  }
}

/** The same item again under a key of its own. */
export function copyOf(item: DraftItem, taken: readonly DraftItem[], position: number): DraftItemFields {
  const { id, draft_id, ...fields } = item
  return id === draft_id ? fields : { ...fields, check_key: freeKey(item.check_key.replace(/_\d+$/, ''), taken), position }
}

export function freeKey(stem: string, taken: readonly { readonly check_key: string }[]): string {
  const keys = new Set(taken.map(({ check_key }) => check_key))
  let number = 1
  while (keys.has(`${stem.slice(0, 50)}_${number}`)) number += 1
  return `${stem.slice(0, 50)}_${number}`
}

/** A place after the item at `at` (−1: before all). Halves leave room for as many moves as anybody makes. */
export function placeAfter(items: readonly Pick<DraftItem, 'position'>[], at: number): number {
  const [before, after] = [items[at]?.position, items[at + 1]?.position]
  if (before === undefined) return after === undefined ? 1 : after - 1
  return after === undefined ? before + 1 : (before + after) / 2
}

/** Where the item at `from` stands once it is moved to place `to` of the list. */
export function placeFor(items: readonly Pick<DraftItem, 'position'>[], from: number, to: number): number {
  const others = items.filter((_, at) => at !== from)
  return placeAfter(others, to - 1)
}
