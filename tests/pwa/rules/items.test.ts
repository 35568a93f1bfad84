import { expect, test } from 'vitest'
import type { Answer, Asset, TemplateItem } from '@/domain/types'
import { cellKey, cellsOf, hiddenCells, itemsOf, roundAssetIds, shownCells } from '@/rules/items'
import { each, templateOf, vectors, whole } from './vectors'

interface ItemsCase {
  readonly items: readonly Partial<TemplateItem>[]
  readonly category: Asset['category']
  readonly expect: readonly string[]
}

interface CellsCase {
  readonly items: readonly Partial<TemplateItem>[]
  readonly assets: readonly Partial<Asset>[]
  readonly expect: readonly (readonly [string | null, string])[]
}

interface HiddenCase extends CellsCase {
  readonly answers: readonly Partial<Answer>[]
}

interface WalkCase {
  readonly asset_ids: readonly string[]
  readonly extra_asset_ids: readonly string[] | null
  readonly expect: readonly string[]
}

test.each(vectors<ItemsCase>('items', 'items_of'))('asks an asset the items of its category: $name', (vector) => {
  const asked = itemsOf(templateOf(vector.items), whole('asset', { category: vector.category }))
  expect(asked.map((item) => item.check_key)).toEqual(vector.expect)
})

test.each(vectors<CellsCase>('items', 'cells_of'))('shows cells in order: $name', (vector) => {
  const cells = cellsOf(templateOf(vector.items), each('asset', vector.assets))
  expect(cells.map(({ asset, item }) => [asset?.id ?? null, item.check_key])).toEqual(vector.expect)
})

test.each(vectors<HiddenCase>('items', 'hidden_cells'))('leaves cells out by their conditions: $name', (vector) => {
  const facts = [templateOf(vector.items), each('asset', vector.assets), each('answer', vector.answers)] as const
  const hidden = hiddenCells(...facts)
  const keysOf = (cells: ReturnType<typeof cellsOf>) => cells.map(({ asset, item }) => cellKey(asset?.id ?? null, item.check_key))
  expect([...hidden].sort()).toEqual(vector.expect.map(([asset, check]) => cellKey(asset, check)).sort())
  expect(keysOf(shownCells(...facts))).toEqual(keysOf(cellsOf(facts[0], facts[1])).filter((key) => !hidden.has(key)))
})

test.each(vectors<WalkCase>('items', 'round_asset_ids'))('walks the assets of a round in order: $name', (vector) => {
  expect(roundAssetIds(vector)).toEqual(vector.expect)
})
