import { describe, expect, it } from 'vitest'
import { factKey, factsOf, movedSince } from '@/components/review/lookedAt'
import type { RoundBook } from '@/domain/types'
import { aCell, aComment, aConflict, anAnswer, anAsset, aPhoto, anEvent, anItem, aBook, aRound, aScan, aSheet } from './aReview'

const asset = anAsset('ups-01')
const bookWith = (answer: Parameters<typeof anAnswer>[1], book: Partial<RoundBook> = {}) =>
  aBook([aSheet(asset, [aCell(anItem('fan', 6), asset, anAnswer('', answer))], aScan('ups-01', '2026-11-22T14:04:00+08:00'))], book)
const moved = (before: RoundBook, now: RoundBook, own?: Set<string>) => movedSince(factsOf(before), factsOf(now), own)

describe('what has moved since it was looked at', () => {
  it('nothing, while nothing has', () => {
    expect(moved(bookWith({}), bookWith({}))).toEqual([])
  })

  it('an answer, with both values', () => {
    expect(moved(bookWith({ value: 'normal' }), bookWith({ value: 'abnormal' }))).toEqual([
      { kind: 'answer', of: 'ups-01/fan', field: 'value', from: 'normal', to: 'abnormal' },
    ])
  })

  it('a field that was empty, and one that became so', () => {
    expect(moved(bookWith({}), bookWith({ remark: 'x' }))).toMatchObject([{ field: 'remark', from: null, to: 'x' }])
    expect(moved(bookWith({ remark: 'x' }), bookWith({}))).toMatchObject([{ field: 'remark', from: 'x', to: null }])
  })

  it('the texts of the form', () => {
    const written = bookWith({}, { round: aRound({ problem: '滤网积灰' }) })
    expect(moved(bookWith({}), written)).toMatchObject([{ kind: 'form', field: 'problem', to: '滤网积灰' }])
  })

  it('a photo that came, and one that was withdrawn', () => {
    const one = bookWith({}, { photos: [aPhoto('p')] })
    expect(moved(bookWith({}), one)).toMatchObject([{ kind: 'photo', of: 'ups-01/fan' }])
    const gone = bookWith({}, { photos: [aPhoto('p', { withdrawn_at: '2026-11-22T15:00:00+08:00' })] })
    expect(moved(one, gone)).toMatchObject([{ kind: 'photo', from: 'shown', to: 'withdrawn' }])
  })

  it('not the bytes of a photo arriving: they are waited for, not looked at', () => {
    const waiting = bookWith({}, { photos: [aPhoto('p', { blob_state: 'expected' }, 'on_phone')] })
    expect(moved(waiting, bookWith({}, { photos: [aPhoto('p')] }))).toEqual([])
  })

  it('comments, events, conflicts', () => {
    expect(moved(bookWith({}), bookWith({}, { comments: [aComment('c')] }))).toMatchObject([{ kind: 'comment' }])
    const again = [anEvent('event-1', 'opened'), anEvent('event-2', 'submitted'), anEvent('event-3', 'submitted')]
    expect(moved(bookWith({}), bookWith({}, { events: again }))).toMatchObject([{ kind: 'event', of: 'submitted' }])
    const opened = bookWith({}, { conflicts: [aConflict('k', 'answer/ups-01/fan')] })
    expect(moved(bookWith({}), opened)).toMatchObject([{ kind: 'conflict', of: 'ups-01/fan', to: 'open' }])
  })

  it('what the person did here is no news', () => {
    const own = new Set([factKey('answer', 'ups-01/fan', 'value')])
    expect(moved(bookWith({ value: 'normal' }), bookWith({ value: 'abnormal', severity: 3 }), own)).toMatchObject([{ field: 'severity' }])
  })
})
