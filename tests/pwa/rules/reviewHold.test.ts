import { describe, expect, test } from 'vitest'
import type { Round } from '@/domain/types'
import { isTaken, reviewerAt } from '@/rules/reviewHold'
import { vectors } from './vectors'

interface HoldCase {
  readonly round: Pick<Round, 'state' | 'reviewer_id' | 'review_taken_at'>
  readonly at: string
  readonly holder: string | null
  readonly takes: Readonly<Record<string, boolean>>
}

describe.each(vectors<HoldCase>('review_hold', 'review_hold'))('a round under review: $name', ({ round, at, holder, takes }) => {
  test('is held by', () => {
    expect(reviewerAt(round, Date.parse(at))).toBe(holder)
  })
  test('may be taken up by', () => {
    for (const [person, may] of Object.entries(takes)) {
      expect(isTaken(round, person, Date.parse(at), { over: false })).toBe(may)
      expect(isTaken(round, person, Date.parse(at), { over: true })).toBe(round.state === 'submitted')
    }
  })
})
