import { describe, expect, test } from 'vitest'
import type { Severity } from '@/domain/types'
import { foldClocks } from '@/rules/clocks'
import { nextAlarm, thresholds } from '@/rules/clocksThresholds'
import type { ClockEvent, TicketFacts } from '@/rules/clocksTypes'
import { factsWith, policyWith } from './clockVectors'
import { vectors } from './vectors'

interface ThresholdCase {
  readonly policy: Readonly<Record<string, unknown>>
  readonly facts: Partial<TicketFacts>
  readonly events: readonly ClockEvent[]
  readonly ticket: { readonly kind: string; readonly severity: Severity }
  readonly clock: string
  readonly expect: readonly { readonly threshold: number; readonly at: string; readonly escalates: boolean }[]
  readonly passed: readonly string[]
  readonly next: string | null
}

describe.each(vectors<ThresholdCase>('clocks', 'thresholds'))('thresholds: $name', (vector) => {
  const policy = policyWith(vector.policy)
  const { clocks } = foldClocks(policy, factsWith(vector.facts), vector.events)
  const passings = thresholds(policy, vector.ticket, clocks)

  test('are where the limit says', () => {
    const found = passings.filter((one) => one.clock === vector.clock)
    expect(found.map(({ threshold, at, escalates }) => ({ threshold, at, escalates }))).toEqual(vector.expect)
  })

  test('the next alarm is the first that was not said', () => {
    const alarm = nextAlarm(policy, vector.ticket, clocks, new Set(vector.passed))
    expect(alarm?.key).toBe(vector.next ?? passings[0]?.key)
  })
})
