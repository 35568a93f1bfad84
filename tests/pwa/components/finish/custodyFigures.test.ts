import { describe, expect, it } from 'vitest'
import { custodyFigures, custodySentence, percentSent } from '@/components/finish/custodyFigures'
import type { CustodyPhoto, PhotoView } from '@/domain/types'
import { aPhoto } from '../review/aReview'

const photo = (state: PhotoView['state'], bytes: number, sent: number): CustodyPhoto => ({
  photo: aPhoto('p'), asset: null, item: null, bytes, sent, state, verified_at: null, reason: null, can_send_again: false,
})

describe('the receipt’s figures', () => {
  const figures = custodyFigures({ photos: [photo('verified', 100, 100), photo('sending', 100, 60), photo('on_phone', 50, 0)] })
  it('count as verified only what the server has verified', () => expect(figures).toMatchObject({ photos: 3, verified: 1, verified_bytes: 100 }))
  it('tell what is on its way from what is left', () => expect(figures).toMatchObject({ sent_bytes: 60, left_bytes: 90 }))
  it('count what was not accepted', () => expect(custodyFigures({ photos: [photo('refused', 1, 1), photo('lost', 1, 0)] }).refused).toBe(2))
})
it('calls no photo wholly sent before it is verified', () => {
  expect(percentSent({ sent: 63, bytes: 100 })).toBe(63)
  expect(percentSent({ sent: 100, bytes: 100 })).toBe(99)
  expect(percentSent({ sent: 0, bytes: 0 })).toBe(0)
})

describe('the receipt’s sentence', () => {
  const says = (photos: CustodyPhoto[], online: boolean, complete_at: string | null = null) => custodySentence({ photos, complete_at }, online)
  const verified = photo('verified', 9, 9)
  it('tells a correction made without a network from photos verified long ago', () => expect(says([verified], false)).toBe('changes_on_phone'))
  it('says where the photos are as long as one is missing', () => expect(says([verified, photo('on_phone', 9, 0)], false)).toBe('photos_verified'))
  it('says that all is on the phone while the server has nothing', () => expect(says([photo('on_phone', 9, 0)], false)).toBe('all_on_phone'))
  it('says that the record is on its way', () => expect(says([], true)).toBe('record_on_way'))
  it('ends with the whole', () => expect(says([verified], true, '2026-11-22T15:00:00+08:00')).toBe('complete_at'))
})
