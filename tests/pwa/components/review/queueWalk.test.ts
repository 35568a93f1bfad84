import { describe, expect, it } from 'vitest'
import { firstFree, roundBeside } from '@/components/review/queueWalk'
import { aRound } from './aReview'

const NOW = Date.parse('2026-11-22T15:10:00+08:00')
const entry = (id: string, reviewer_id: string | null = null) => ({
  round: aRound({ id, reviewer_id, review_taken_at: reviewer_id ? '2026-11-22T15:00:00+08:00' : null }),
})

describe('the queue', () => {
  it('opens the first that nobody else looks at, or else the first', () => {
    expect(firstFree([entry('a', 'other'), entry('b'), entry('c')], 'me', NOW)).toBe('b')
    expect(firstFree([entry('a', 'me'), entry('b')], 'me', NOW)).toBe('a')
    expect(firstFree([entry('a', 'other'), entry('b', 'other')], 'me', NOW)).toBe('a')
    expect(firstFree([], 'me', NOW)).toBeNull()
  })
  it('goes on and back, round about; what has left it is followed by the first', () => {
    const three = [entry('a'), entry('b'), entry('c')]
    expect([roundBeside(three, 'a', 1), roundBeside(three, 'c', 1), roundBeside(three, 'a', -1)]).toEqual(['b', 'a', 'c'])
    expect(roundBeside(three, 'gone', 1)).toBe('a')
    expect(roundBeside([entry('a')], 'a', 1)).toBeNull()
  })
})
