import { expect, test } from 'vitest'
import { foldClocks } from '@/rules/clocks'
import type { ClockEvent, TicketFacts } from '@/rules/clocksTypes'
import { explain } from '@/rules/clocksWords'
import { factsWith, policyWith } from './clockVectors'
import { vectors } from './vectors'

interface WordsCase {
  readonly policy: Readonly<Record<string, unknown>>
  readonly facts: Partial<TicketFacts>
  readonly events: readonly ClockEvent[]
  readonly clock: string
  readonly 'zh-CN': string
  readonly en: string
}

test.each(vectors<WordsCase>('clocks', 'explain'))('a due time explains itself: $name', (vector) => {
  const policy = policyWith(vector.policy)
  const { clocks } = foldClocks(policy, factsWith(vector.facts), vector.events)
  const said = clocks.filter((clock) => clock.key === vector.clock)
  expect(said.map((clock) => [explain(policy, clock, 'zh-CN'), explain(policy, clock, 'en')])).toEqual([
    [vector['zh-CN'], vector.en],
  ])
})
