import { describe, expect, it } from 'vitest'
import { firstOpen, footAction, nextOpen, openFrom } from '@/components/items/itemOrder'
import { anItem } from '../review/aReview'
import { bookOf, cellOf, sheetOf } from './aCell'

const normal = (key: string, n: number) => cellOf(anItem(key, n), { value: 'normal' })
const empty = (key: string, n: number) => cellOf(anItem(key, n), null)
const cells = [normal('a', 1), empty('b', 2), normal('c', 3), empty('d', 4)]
const [a, b, , d] = cells

describe('the next item', () => {
  it('is the first that is required and empty', () => expect(firstOpen(cells)).toBe(b))
  it('is the next empty one behind', () => expect(nextOpen(cells, b?.key ?? '')).toBe(d))
  it('comes round to the top', () => expect(nextOpen(cells, d?.key ?? '')).toBe(b))
  it('is never the one that is open', () => expect(nextOpen([normal('a', 1), empty('b', 2)], b?.key ?? '')).toBeNull())
  it('is not an optional one', () => expect(firstOpen([cellOf(anItem('x', 1, { required: false }), null)])).toBeNull())
})

describe('the items page’s button', () => {
  const book = bookOf([sheetOf('ups-01', cells), sheetOf('nvr-01', [empty('e', 1)], false)])
  it('names the neighbour', () => expect(footAction(book, cells, a ?? null)).toEqual({ kind: 'next', cell: b, adjacent: true }))
  it('names the next empty one further down', () => expect(footAction(book, cells, b ?? null)).toEqual({ kind: 'next', cell: d, adjacent: false }))
  it('names what the open finding lacks', () => {
    const finding = cellOf(anItem('b', 2), { value: 'abnormal' })
    expect(footAction(book, [normal('a', 1), finding], finding)).toEqual({ kind: 'here', cell: finding, lacks: 'severity' })
  })
  it('leads to the next asset when all is filled here', () => {
    expect(footAction(book, [normal('a', 1)], null)).toEqual({ kind: 'scan', n: 2, total: 2 })
  })
  it('counts scanned assets', () => {
    const visited = sheetOf('ac-01', [empty('x', 1)])
    const three = bookOf([sheetOf('ups-01', [normal('a', 1)]), visited, sheetOf('nvr-01', [empty('e', 1)], false)])
    expect(footAction(three, [normal('a', 1)], null)).toEqual({ kind: 'scan', n: 3, total: 3 })
  })
  it('leads to the end of the round, where the gaps are named, when nothing is left to scan', () => {
    const gap = bookOf([sheetOf('ups-01', [normal('a', 1)]), sheetOf('nvr-01', [empty('e', 1)])])
    expect(footAction(gap, [normal('a', 1)], null)).toEqual({ kind: 'finish' })
  })
  it('ends the round on the last asset', () => {
    const done = bookOf([sheetOf('ups-01', [normal('a', 1)]), sheetOf('nvr-01', [normal('e', 1)])])
    expect(footAction(done, [normal('a', 1)], null)).toEqual({ kind: 'finish' })
  })
})

it('goes on from where the person went back to the list, that item included', () => {
  expect(openFrom(cells, d?.key ?? '')).toBe(d)
  expect(openFrom(cells, null)).toBe(b)
})
