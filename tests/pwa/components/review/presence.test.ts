import { describe, expect, it } from 'vitest'
import { presenceOf } from '@/components/review/presence'
import { anAsset, aRoom, aScan } from './aReview'

const A = aRoom('a', 'A机房')
const B = aRoom('b', 'B机房')
const visit = (id: string, time: string | null, room = A, with_: Parameters<typeof aScan>[2] = {}) => ({
  asset: anAsset(id), room, scan: time === null ? null : aScan(id, `2026-11-22T${time}+08:00`, with_),
})

describe('proof of presence', () => {
  it('counts scans and the minutes between the first and the last', () => {
    const proof = presenceOf([visit('1', '14:02:00'), visit('2', '14:10:00'), visit('3', '14:31:00')])
    expect(proof).toMatchObject({ scanned: 3, total: 3, minutes: 29, order: 'planned', unscanned: [], by_hand: [], late: null })
  })

  it('another order than planned is said, and no fault', () => {
    expect(presenceOf([visit('1', '14:10:00'), visit('2', '14:02:00')]).order).toBe('other')
  })

  it('two rooms within ten seconds cannot be walked', () => {
    expect(presenceOf([visit('1', '14:02:00'), visit('2', '14:02:09', B)]).order).toBe('quick')
    expect(presenceOf([visit('1', '14:02:00'), visit('2', '14:02:09')]).order).toBe('planned')
    expect(presenceOf([visit('1', '14:02:00'), visit('2', '14:02:10', B)]).order).toBe('planned')
  })

  it('one scan proves neither an order nor a time', () => {
    expect(presenceOf([visit('1', '14:02:00'), visit('2', null)])).toMatchObject({ scanned: 1, total: 2, minutes: null, order: 'none' })
  })

  it('names what was not scanned and what was entered by hand', () => {
    const proof = presenceOf([visit('1', null), visit('2', '14:02:00', A, { method: 'unreadable' }), visit('3', '14:05:00', A, { method: 'typed' })])
    expect(proof.unscanned.map(({ id }) => id)).toEqual(['1'])
    expect(proof.by_hand.map(({ method }) => method)).toEqual(['unreadable', 'typed'])
  })

  it('shows the scan that came in last when it took more than five minutes', () => {
    const later = (received: string) => presenceOf([visit('1', '14:02:00', A, { received_at: `2026-11-22T${received}+08:00` })]).late
    expect(later('14:07:00')).toBeNull()
    expect(later('16:20:00')?.asset_id).toBe('1')
  })
})
