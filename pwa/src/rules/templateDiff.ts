/** What one version of a checklist asks otherwise than another: items by their key, each field with both values. */
import type { TemplateItem } from '../domain/types'

export type DiffItem = Omit<TemplateItem, 'ordinal'>
export type DiffField = keyof DiffItem
export interface FieldChange { readonly field: DiffField; readonly before: DiffItem[DiffField]; readonly after: DiffItem[DiffField] }
export interface ItemChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved'
  readonly check_key: string
  readonly item: DiffItem
  readonly fields: readonly FieldChange[]
  /** It stands elsewhere among those that both have. */
  readonly moved: boolean
}

/** In the order in which items are read, as a person would tell them. */
export const DIFF_FIELDS = [
  'title_zh', 'title_en', 'kind', 'scope', 'categories', 'options', 'multiple', 'unit', 'decimals', 'low', 'high', 'required', 'photo',
  'scan', 'shown_if', 'has_indication', 'has_actual', 'phrases_zh', 'phrases_en', 'guidance_zh', 'guidance_en', 'form_row',
] as const satisfies readonly DiffField[]

/** Both in their order; changes in the order of `after`, what is gone at its old place. */
export function templateDiff(before: readonly DiffItem[], after: readonly DiffItem[]): ItemChange[] {
  const old = new Map(before.map((item) => [item.check_key, item]))
  const now = new Map(after.map((item) => [item.check_key, item]))
  const stays = steady(before.map(({ check_key }) => check_key).filter((key) => now.has(key)), after.map(({ check_key }) => check_key).filter((key) => old.has(key)))
  const found: ItemChange[] = []
  for (const item of after) {
    const was = old.get(item.check_key)
    const moved = was !== undefined && !stays.has(item.check_key)
    const fields = was === undefined ? [] : changesOf(was, item)
    if (was === undefined) found.push({ kind: 'added', check_key: item.check_key, item, fields, moved })
    else if (fields.length > 0) found.push({ kind: 'changed', check_key: item.check_key, item, fields, moved })
    else if (moved) found.push({ kind: 'moved', check_key: item.check_key, item, fields, moved })
  }
  const gone = before.filter(({ check_key }) => !now.has(check_key))
  return [...found, ...gone.map((item): ItemChange => ({ kind: 'removed', check_key: item.check_key, item, fields: [], moved: false }))]
}

function changesOf(before: DiffItem, after: DiffItem): FieldChange[] {
  return DIFF_FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])).map((field) => ({
    field, before: before[field], after: after[field],
  }))
}

/** The most keys that stand in the same order in both: the others are what was moved. */
function steady(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const place = new Map(before.map((key, at) => [key, at]))
  const best: string[][] = []
  for (const key of after) {
    const at = place.get(key) ?? 0
    const longest = best.reduce<readonly string[]>((found, chain) => {
      const last = place.get(chain.at(-1) ?? '') ?? 0
      return last < at && chain.length > found.length ? chain : found
    }, [])
    best.push([...longest, key])
  }
  return new Set(best.reduce<readonly string[]>((found, chain) => (chain.length > found.length ? chain : found), []))
}
