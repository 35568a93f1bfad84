import { describe, expect, it } from 'vitest'
import { blankItem, copyOf, placeAfter, placeFor } from '@/components/templates/draftItems'
import { askable, conditionOf, firstRow, rowsOf } from '@/components/templates/conditionRows'
import { previewCells } from '@/components/templates/previewCells'
import type { Condition, DraftItem, DraftItemFields } from '@/domain/types'

const made = (check_key: string, fields: Partial<DraftItemFields> = {}): DraftItem => ({
  id: check_key, draft_id: 'draft', ...blankItem([], 1), check_key, ...fields,
})

describe('places of items', () => {
  const items = [{ position: 1 }, { position: 2 }, { position: 3 }]
  it('lie between the neighbours', () => {
    expect([placeAfter(items, -1), placeAfter(items, 0), placeAfter(items, 2), placeAfter([], -1)]).toEqual([0, 1.5, 4, 1])
  })
  it('move one item alone, down and up', () => {
    expect([placeFor(items, 0, 2), placeFor(items, 2, 0), placeFor(items, 0, 1)]).toEqual([4, 0, 2.5])
  })
})

describe('new items', () => {
  it('have keys of their own', () => {
    expect(blankItem([made('item_1')], 2).check_key).toBe('item_2')
    expect(copyOf(made('fan'), [made('fan')], 2)).toMatchObject({ check_key: 'fan_1', position: 2 })
    expect(copyOf(made('fan_1'), [made('fan'), made('fan_1')], 2)).toMatchObject({ check_key: 'fan_2' })
    expect(copyOf(made('fan'), [], 2)).not.toHaveProperty('id')
  })
})

describe('conditions in the form', () => {
  const conditions: readonly Condition[] = [
    { item: 'a', is: 'abnormal' }, { item: 'a', chosen: 'x' }, { not: { item: 'a', chosen: 'x' } }, { not: { item: 'a', is: 'answered' } },
    { item: 'a', above: '5' }, { item: 'a', below: '5' }, { all: [{ item: 'a', is: 'normal' }, { item: 'b', is: 'answered' }] },
    { any: [{ item: 'a', is: 'normal' }, { item: 'b', below: '1' }] },
  ]
  it.each(conditions)('come back as they were: %j', (condition) => {
    const list = rowsOf(condition)
    expect(list === null ? null : conditionOf(list)).toEqual(condition)
  })
  it('that the form cannot hold are left alone', () => {
    expect(rowsOf({ not: { all: [{ item: 'a', is: 'normal' }] } })).toBeNull()
    expect(rowsOf({ item: 'a', above: '1', below: '2' })).toBeNull()
  })
  it('ask items above, and of the round', () => {
    const items = [made('a'), made('shot', { kind: 'photo' }), made('b'), made('c'), made('whole', { scope: 'round' })]
    expect(askable(items[2] as DraftItem, items).map(({ check_key }) => check_key)).toEqual(['a', 'whole'])
    expect(askable(items[4] as DraftItem, items)).toEqual([])
  })
  it('begin with what is asked most of that kind', () => {
    expect(firstRow(made('a', { kind: 'choice', options: [{ key: 'x', title_zh: '', title_en: '', abnormal: false }] }))).toEqual({ item: 'a', test: 'chosen', value: 'x' })
    expect(firstRow(made('a', { kind: 'reading' })).test).toBe('above')
  })
})

describe('the preview', () => {
  const items = [
    made('ok'), made('why', { kind: 'text', shown_if: { item: 'ok', is: 'abnormal' } }), made('only', { categories: ['ups'] }),
    made('whole', { scope: 'round' }),
  ]
  const shown = (...asked: Parameters<typeof previewCells>) => previewCells(...asked).map(({ item, ordinal }) => [item.check_key, ordinal])
  it('asks an asset what its category is asked, numbered as shown', () => {
    expect(shown(items, 'ups', new Map())).toEqual([['ok', 1], ['only', 2]])
    expect(shown(items, 'camera', new Map())).toEqual([['ok', 1]])
    expect(shown(items, null, new Map())).toEqual([['whole', 1]])
  })
  it('shows what an answer asks for', () => {
    expect(shown(items, 'camera', new Map([['ok', { value: 'abnormal' }]]))).toEqual([['ok', 1], ['why', 2]])
  })
})
