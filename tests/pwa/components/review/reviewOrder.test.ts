import { describe, expect, it } from 'vitest'
import { groupsOf, walkOf, weightOf } from '@/components/review/reviewOrder'
import type { ReviewChange } from '@/domain/types'
import { aCell, aComment, aConflict, aReview, anAnswer, anAsset, anItem, aSheet } from './aReview'

const change = (cell: ReviewChange['cell'], kind: ReviewChange['kind'] = 'same'): ReviewChange => ({ cell, before: null, kind, forecast: null })
const asset = anAsset('ups-01')
const cell = (with_: Parameters<typeof aCell>[3] = {}) => aCell(anItem('fan', 6), asset, anAnswer(''), with_)

describe('how much an item needs a look', () => {
  it('undecided before found before missing before drifting before changed before the same', () => {
    const open = change(cell({ conflict: aConflict('c', 'answer') }))
    const found = change(cell(), 'finding')
    const missing = change(aCell(anItem('fan', 6), asset, null), 'changed')
    const drifting: ReviewChange = { ...change(cell()), forecast: { limit: 'high', days: 20, readings: 5 } }
    const changed = change(cell(), 'changed')
    expect([open, found, missing, drifting, changed, change(cell())].map(weightOf)).toEqual([5, 4, 3, 2, 1, 0])
  })

  it('a settled conflict and an optional empty item weigh nothing', () => {
    expect(weightOf(change(cell({ conflict: aConflict('c', 'answer', { state: 'settled' }) })))).toBe(0)
    expect(weightOf(change(aCell(anItem('fan', 6, { required: false }), asset, null)))).toBe(0)
  })

  it('a pinned comment keeps a plain item in sight, a withdrawn one does not', () => {
    expect(weightOf(change(cell({ comments: [aComment('c')] })))).toBe(1)
    expect(weightOf(change(cell({ comments: [aComment('c', { withdrawn_at: '2026-11-22T15:00:00+08:00' })] })))).toBe(0)
  })
})

describe('the order of the walk', () => {
  it('findings first on their asset, by their place on the form where equally heavy', () => {
    const { book, changes } = aReview()
    const [first] = groupsOf(book, changes)
    expect(first?.changes.map((one) => one.cell.item.check_key)).toEqual(['temperature', 'fan', 'panel', 'voltage'])
    expect(first).toMatchObject({ key: 'ups-01', position: 1, to_look_at: 2, abnormal: 2 })
  })

  it('an asset with something to look at stands before those without, and keeps its place on the walk', () => {
    const { book, changes } = aReview()
    const turned = { ...book, sheets: [...book.sheets].reverse() }
    expect(groupsOf(turned, changes).map(({ key, position }) => [key, position])).toEqual([['ups-01', 3], ['ups-03', 1], ['ups-02', 2]])
  })

  it('a finding on a later asset stands before a reading on its way out on an earlier one', () => {
    const { book, changes } = aReview()
    const found = changes.map((one): ReviewChange => {
      if (one.cell.key === 'ups-03/fan') return { ...one, kind: 'finding' }
      const drifts = one.cell.key === 'ups-01/voltage'
      return { ...one, kind: 'same', forecast: drifts ? { limit: 'low', days: 9, readings: 5 } : null }
    })
    expect(groupsOf(book, found).map(({ key }) => key)).toEqual(['ups-03', 'ups-01', 'ups-02'])
  })

  it('what is asked of the whole round is a group of its own', () => {
    const whole = change(aCell(anItem('system', 7, { scope: 'round' }), null, anAnswer('')), 'finding')
    const plain = change(cell())
    const groups = groupsOf({ sheets: [aSheet(asset, [plain.cell], null)] }, [plain, whole])
    expect(groups.map(({ key, position }) => [key, position])).toEqual([['-', null], ['ups-01', 1]])
  })

  it('changes only: plain items are not walked', () => {
    const { book, changes } = aReview()
    const groups = groupsOf(book, changes)
    expect(walkOf(groups, true)).toHaveLength(2)
    expect(walkOf(groups, false)).toHaveLength(12)
  })
})
