import { describe, expect, it } from 'vitest'
import { type DiffItem, templateDiff } from '@/rules/templateDiff'

const item = (check_key: string, fields: Partial<DiffItem> = {}): DiffItem => ({
  check_key, scope: 'asset', categories: [], form_row: null, kind: 'judgement', title_zh: check_key, title_en: check_key, unit: null, decimals: null,
  low: null, high: null, required: true, has_indication: false, has_actual: false, phrases_zh: [], phrases_en: [], guidance_zh: null,
  guidance_en: null, options: [], multiple: false, photo: 'none', scan: false, shown_if: null, ...fields,
})
const told = (before: readonly DiffItem[], after: readonly DiffItem[]) =>
  templateDiff(before, after).map(({ kind, check_key, fields, moved }) => [kind, check_key, fields.map(({ field }) => field), moved])

describe('what two versions of a template ask otherwise', () => {
  it('is nothing between a version and itself', () => {
    expect(told([item('a'), item('b')], [item('a'), item('b')])).toEqual([])
  })
  it('names what came and what went', () => {
    expect(told([item('a'), item('b')], [item('b'), item('c')])).toEqual([['added', 'c', [], false], ['removed', 'a', [], false]])
  })
  it('names each changed field with both values', () => {
    const [change] = templateDiff([item('a', { high: '30' })], [item('a', { high: '28', photo: 'required' })])
    expect(change?.fields).toEqual([{ field: 'high', before: '30', after: '28' }, { field: 'photo', before: 'none', after: 'required' }])
  })
  it('calls only the item moved that somebody moved', () => {
    expect(told([item('a'), item('b'), item('c'), item('d')], [item('d'), item('a'), item('b'), item('c')])).toEqual([['moved', 'd', [], true]])
  })
  it('says of a changed item that it was moved as well', () => {
    expect(told([item('a'), item('b'), item('c')], [item('b'), item('c'), item('a', { low: '1' })])).toEqual([['changed', 'a', ['low'], true]])
  })
  it('takes an added item in between for no move', () => {
    expect(told([item('a'), item('b')], [item('a'), item('x'), item('b')])).toEqual([['added', 'x', [], false]])
  })
})
