import { describe, expect, it } from 'vitest'
import { sentBackPoints } from '@/components/finish/sentBackPoints'
import type { Comment, RoundBook, SignedCopy } from '@/domain/types'
import { anItem, aPhoto } from '../review/aReview'
import { bookOf, cellOf, sheetOf } from '../items/aCell'

const SENT = '2026-11-23T09:20:00+08:00'
const LATER = '2026-11-23T14:12:00+08:00'
const comment = (id: string, with_: Partial<Comment>): Comment => ({
  id, round_id: 'round-2', answer_id: null, asset_id: 'ups-01', check_key: 'fan', photo_id: null, x: null, y: null, text: '请看', by: 'm', at: SENT, withdrawn_at: null, ...with_,
})
const answered = { value: 'normal', severity: null, reading: null, seen: null, indication: '1 口黄灯', actual: null, remark: null, na_reason: null, unmeasurable_reason: null }
const copy = { content: JSON.stringify({ answers: [{ asset_id: 'ups-01', check_key: 'fan', ...answered }] }) } as SignedCopy

function book(comments: Comment[], cell = cellOf(anItem('fan', 4), { value: 'normal', indication: '1 口黄灯' })): RoundBook {
  const signed = { engineer: copy, client: null, engineer_stands: true, client_stands: true, opinions: [] }
  return bookOf([sheetOf('ups-01', [cell])], { phase: 'sent_back', signed, sent_back: { note: null, by: 'm', at: SENT, comments, reasons: { c: 'text_unclear' } } })
}

describe('a point that was sent back', () => {
  it('shows what was signed', () => expect(sentBackPoints(book([comment('c', {})]), {})[0]?.before).toMatchObject({ value: 'normal', indication: '1 口黄灯' }))
  it('says why it came back', () => expect(sentBackPoints(book([comment('c', {}), comment('d', {})]), {}).map(({ reason }) => reason)).toEqual(['text_unclear', null]))
  it('is open as long as nothing was done', () => expect(sentBackPoints(book([comment('c', {})]), {})[0]?.done_at).toBeNull())
  it('is done when it was answered otherwise since', () => {
    const changed = cellOf(anItem('fan', 4), { value: 'abnormal', severity: 3 }, { saved_at: LATER })
    expect(sentBackPoints(book([comment('c', {})], changed), {})[0]?.done_at).toBe(LATER)
  })
  it('stays open while the new answer lacks its severity', () => {
    const half = cellOf(anItem('fan', 4), { value: 'abnormal' }, { saved_at: LATER })
    expect(sentBackPoints(book([comment('c', {})], half), { c: LATER })[0]?.done_at).toBeNull()
  })
  it('on a photo is done by a photo taken since', () => {
    const photos = [aPhoto('old', { taken_at: '2026-11-22T14:06:48+08:00' }), aPhoto('new', { taken_at: LATER })]
    const [point] = sentBackPoints(book([comment('c', { photo_id: 'old' })], cellOf(anItem('fan', 4), { value: 'normal' }, { photos })), {})
    expect(point).toMatchObject({ photo_n: 1, done_at: LATER })
    expect(point?.new_photo?.photo.id).toBe('new')
  })
  it('about the round is done when the person says so', () => {
    const ofRound = comment('c', { asset_id: null, check_key: null })
    expect(sentBackPoints(book([ofRound]), {})[0]?.done_at).toBeNull()
    expect(sentBackPoints(book([ofRound]), { c: LATER })[0]?.done_at).toBe(LATER)
  })
  it('that was withdrawn is not shown', () => expect(sentBackPoints(book([comment('c', { withdrawn_at: LATER })]), {})).toEqual([]))
})
