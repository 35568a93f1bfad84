import { describe, expect, test } from 'vitest'
import { foldClocks, nextDue } from '@/rules/clocks'
import type { Clock, ClockEvent, ClockFlag, TicketFacts } from '@/rules/clocksTypes'
import type { ClockKey } from '@/rules/slaPolicy'
import { factsWith, policyWith } from './clockVectors'
import { SEEDS, shuffled } from './shuffled'
import { vectors } from './vectors'

interface ClocksCase {
  readonly policy: Readonly<Record<string, unknown>>
  readonly facts: Partial<TicketFacts>
  readonly events: readonly ClockEvent[]
  readonly expect: Readonly<Partial<Record<ClockKey, Partial<Clock>>>>
  readonly keys?: readonly ClockKey[]
  readonly flags?: readonly ClockFlag[]
  readonly severity?: number | null
  readonly next_due_at?: string
}

describe.each(vectors<ClocksCase>('clocks', 'clocks'))('clocks: $name', (vector) => {
  const [policy, facts] = [policyWith(vector.policy), factsWith(vector.facts)]
  const fold = foldClocks(policy, facts, vector.events)

  test('are as the contract says', () => {
    const byKey = Object.fromEntries(fold.clocks.map((clock) => [clock.key, clock]))
    expect(byKey).toMatchObject(vector.expect)
    expect(Object.keys(byKey)).toEqual(vector.keys ?? Object.keys(byKey))
    expect(fold.flags).toEqual(vector.flags ?? fold.flags)
    expect(fold.severity).toBe(vector.severity ?? fold.severity)
    expect(nextDue(fold.clocks)?.due_at).toBe(vector.next_due_at ?? nextDue(fold.clocks)?.due_at)
  })

  test('are the same in any order of arrival, events heard twice included', () => {
    for (const seed of SEEDS) {
      const arrived = shuffled([...vector.events, ...vector.events.slice(seed % 3)], seed)
      expect(foldClocks(policy, facts, arrived)).toEqual(fold)
    }
  })
})
