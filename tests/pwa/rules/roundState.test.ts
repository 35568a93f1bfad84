import { describe, expect, test } from 'vitest'
import type { RoundPhase } from '@/domain/types'
import { heads } from '@/rules/causes'
import type { RoundEventFacts } from '@/rules/roundState'
import { roundState, unansweredSendBacks } from '@/rules/roundState'
import { SEEDS, shuffled } from './shuffled'
import { vectors } from './vectors'

interface RoundCase {
  readonly events: readonly RoundEventFacts[]
  readonly touched: boolean
  readonly expect: RoundPhase
  readonly heads: readonly string[]
  readonly unanswered_send_backs: readonly string[]
}

describe.each(vectors<RoundCase>('round_state', 'round_state'))('a round: $name', (vector) => {
  test('folds to its state', () => {
    expect(roundState(vector.events, { touched: vector.touched })).toBe(vector.expect)
  })

  test('knows its heads and what it still has to show', () => {
    expect(heads(vector.events)).toEqual(vector.heads)
    expect(unansweredSendBacks(vector.events)).toEqual(vector.unanswered_send_backs)
  })

  test('folds to the same state in any order of arrival, events heard twice included', () => {
    for (const seed of SEEDS) {
      const arrived = shuffled([...vector.events, ...vector.events.slice(seed % 3)], seed)
      expect(roundState(arrived, { touched: vector.touched })).toBe(vector.expect)
    }
  })
})
