import { describe, expect, it } from 'vitest'
import { blockersOf } from '@/components/review/blockers'
import { aCell, aConflict, anAsset, anItem, aPhoto, aReview, aSheet } from './aReview'

const asset = anAsset('ups-09')
const kinds = (review: ReturnType<typeof aReview>, moved = 0) => blockersOf(review, moved).map(({ kind, count }) => [kind, count])

describe('what stands between a round and its seal', () => {
  it('nothing, when all is there', () => {
    expect(blockersOf(aReview(), 0)).toEqual([])
  })

  it('each with its number, what a person must do before what comes by itself', () => {
    const review = aReview({ blockers: { conflicts: 2, photos: 9, missing: 1 } })
    expect(kinds(review, 3)).toEqual([['moved', 3], ['conflicts', 2], ['missing', 1], ['photos', 9]])
  })

  it('a signature that is not there, or does not stand any more', () => {
    const { signed } = aReview().book
    expect(kinds(aReview({}, { signed: { ...signed, client: null, client_stands: false } }))).toEqual([['signatures', 1]])
    expect(kinds(aReview({}, { signed: { ...signed, engineer_stands: false, client_stands: false } }))).toEqual([['signatures', 2]])
  })

  it('each leads to the first item concerned', () => {
    const sheet = aSheet(asset, [
      aCell(anItem('a', 1), asset, null),
      aCell(anItem('b', 2), asset, null, { conflict: aConflict('c', 'answer/ups-09/b') }),
      aCell(anItem('c', 3), asset, null, { photos: [aPhoto('p', {}, 'on_phone')] }),
    ], null)
    const base = aReview({ blockers: { conflicts: 1, photos: 1, missing: 3 } })
    const review = { ...base, book: { ...base.book, sheets: [sheet] } }
    expect(blockersOf(review, 0).map(({ kind, cell_key }) => [kind, cell_key])).toEqual([
      ['conflicts', 'ups-09/b'], ['missing', 'ups-09/a'], ['photos', 'ups-09/c'],
    ])
  })

  it('a photo that was given up or withdrawn is not waited for', () => {
    const cellWith = (photo: ReturnType<typeof aPhoto>) => aSheet(asset, [aCell(anItem('a', 1), asset, null, { photos: [photo] })], null)
    const base = aReview({ blockers: { conflicts: 0, photos: 1, missing: 0 } })
    for (const photo of [aPhoto('p', {}, 'lost'), aPhoto('p', { withdrawn_at: 'x' }, 'on_phone')]) {
      expect(blockersOf({ ...base, book: { ...base.book, sheets: [cellWith(photo)] } }, 0)[0]?.cell_key).toBeNull()
    }
  })
})
