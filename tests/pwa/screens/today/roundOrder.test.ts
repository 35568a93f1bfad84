import { describe, expect, it } from 'vitest'
import type { RoundBrief } from '@/domain/types'
import { dueText, firstOf, isLate, nextOfEach, wayInto } from '@/screens/today/roundOrder'

const COUNTS = { assets: 5, assets_done: 0, items: 35, filled: 0, normal: 0, abnormal: 0, not_applicable: 0, unmeasured: 0, photos: 0 }
const brief = (id: string, over: Partial<RoundBrief> = {}) =>
  ({ id, phase: 'planned', started: false, due_at: '2026-11-22T10:00:00Z', counts: COUNTS, ...over }) as RoundBrief

describe('the round to do next', () => {
  it('is the one under way', () => {
    expect(firstOf([brief('early', { due_at: '2026-11-22T08:00:00Z' }), brief('begun', { started: true, phase: 'open' })])?.id).toBe('begun')
  })
  it('is otherwise the one due first', () => {
    expect(firstOf([brief('late'), brief('early', { due_at: '2026-11-22T08:00:00Z' })])?.id).toBe('early')
  })
  it('is none when all are handed in', () => {
    expect(firstOf([brief('a', { phase: 'submitted' }), brief('b', { phase: 'sealed' })])).toBeNull()
  })
})

describe('what comes up', () => {
  const of = (plan: string, occurrence_date: string) => brief(`${plan} ${occurrence_date}`, { plan: { id: plan } as RoundBrief['plan'], occurrence_date })
  it('is the next time of each plan that is not on today', () => {
    const coming = [of('daily', '11-24'), of('quarterly', '11-27'), of('weekly', '11-30'), of('weekly', '11-26'), of('daily', '11-25')]
    expect(nextOfEach(coming, [of('daily', '11-23')]).map(({ id }) => id)).toEqual(['weekly 11-26', 'quarterly 11-27'])
  })
})

describe('a tap on a round', () => {
  it('leads to the door before it began', () => {
    expect(wayInto(brief('r'))).toEqual({ name: 'door', params: { round: 'r' } })
  })
  it('leads to the scanner while assets are left, then to the finish', () => {
    expect(wayInto(brief('r', { started: true }))).toEqual({ name: 'scan', query: { round: 'r' } })
    expect(wayInto(brief('r', { started: true, counts: { ...COUNTS, assets_done: 5 } }))).toMatchObject({ name: 'finish' })
  })
  it('leads to the receipt of a submitted one and to the pins of one sent back', () => {
    expect(wayInto(brief('r', { phase: 'submitted' }))).toMatchObject({ name: 'submitted' })
    expect(wayInto(brief('r', { phase: 'sent_back' }))).toMatchObject({ name: 'sent-back' })
  })
})

describe('lateness', () => {
  const now = new Date('2026-11-22T10:00:01Z')
  it('counts only for what is still to be done', () => {
    expect(isLate(brief('r'), now)).toBe(true)
    expect(isLate(brief('r', { phase: 'submitted' }), now)).toBe(false)
    expect(isLate(brief('r', { due_at: null }), now)).toBe(false)
  })
  it('names the earliest limit of the day', () => {
    const format = { dayOrTime: (iso: string) => iso.slice(11, 16) }
    expect(dueText([brief('a'), brief('b', { due_at: '2026-11-22T08:00:00Z' }), brief('c', { due_at: '2026-11-22T01:00:00Z', phase: 'sealed' })], now, format)).toBe('08:00')
  })
})
