import { describe, expect, it } from 'vitest'
import { finishAction, findingsOf, missingCount, wayToMissing } from '@/components/finish/finishAction'
import type { RoundBook, Signatures } from '@/domain/types'
import { anItem } from '../review/aReview'
import { bookOf, cellOf, sheetOf } from '../items/aCell'

const normal = cellOf(anItem('fan', 1), { value: 'normal' })
const empty = cellOf(anItem('lamps', 2), null)
const signed = (engineer_stands: boolean, client_stands: boolean): Signatures => ({ engineer: null, client: null, engineer_stands, client_stands, opinions: [] })
const complete = (with_: Partial<RoundBook> = {}) => bookOf([sheetOf('ups-01', [normal])], with_)

describe('the finish page’s button', () => {
  it('names the asset where something is missing', () => {
    expect(finishAction(bookOf([sheetOf('ac-01', [normal, empty])]), false)).toMatchObject({ kind: 'fill', missing: { cells: [empty] } })
  })
  it('leads to the round’s own items last', () => {
    expect(finishAction(bookOf([sheetOf('ups-01', [normal])], { round_cells: [{ ...empty, asset: null }] }), true)).toEqual({ kind: 'fill_round', count: 1 })
  })
  it('asks for the engineer’s signature only when nothing is missing', () => expect(finishAction(complete(), false)).toEqual({ kind: 'sign' }))
  it('hands the phone over once there is ink', () => expect(finishAction(complete(), true)).toEqual({ kind: 'hand_over' }))
  it('hands the phone over when the engineer’s signature stands', () => {
    expect(finishAction(complete({ signed: signed(true, false) }), false)).toEqual({ kind: 'hand_over' })
  })
  it('asks again for a signature that fell', () => {
    expect(finishAction(complete({ phase: 'sent_back', signed: signed(false, false) }), false)).toEqual({ kind: 'sign' })
  })
  it('submits when both stand', () => expect(finishAction(complete({ signed: signed(true, true) }), false)).toEqual({ kind: 'submit' }))
  it('leads to the receipt of what is handed in', () => expect(finishAction(complete({ phase: 'submitted' }), false)).toEqual({ kind: 'receipt' }))
})

describe('the way to what is missing', () => {
  it('is the first missing item of a scanned asset', () => {
    const book = bookOf([sheetOf('ac-01', [normal, empty])])
    expect(book.missing.map((group) => wayToMissing(book, group))).toEqual([{ name: 'items', params: { round: 'round-2', asset: 'ac-01', check: 'lamps' } }])
  })
  it('is the asset itself while it was not scanned', () => {
    const book = bookOf([sheetOf('ac-01', [empty], false)])
    expect(book.missing.map((group) => wayToMissing(book, group).name)).toEqual(['round-asset'])
  })
})

it('counts what is missing and finds what is abnormal', () => {
  const finding = cellOf(anItem('fan', 1), { value: 'abnormal', severity: 3 })
  const book = bookOf([sheetOf('ups-01', [finding, empty])])
  expect(missingCount(book)).toBe(1)
  expect(findingsOf(book)).toEqual([finding])
})
