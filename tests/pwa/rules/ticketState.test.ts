import { describe, expect, test } from 'vitest'
import type { Answer, Finding, Round, TicketPhase } from '@/domain/types'
import type { FindingFacts, FindingPhase, TicketEventFacts, TicketFold } from '@/rules/ticketState'
import { findingFacts, openFindings, ticketState } from '@/rules/ticketState'
import { SEEDS, shuffled } from './shuffled'
import { vectors } from './vectors'

interface TicketCase {
  readonly findings: readonly FindingFacts[]
  readonly events: readonly TicketEventFacts[]
  readonly expect: TicketPhase
  readonly finding_states: Readonly<Record<string, FindingPhase>>
  readonly step?: TicketFold['step']
  readonly tier?: TicketFold['tier']
  readonly confirmation?: TicketFold['confirmation']
}

interface FactsCase {
  readonly finding: Pick<Finding, 'id' | 'state'>
  readonly answer: Pick<Answer, 'value'> | null
  readonly round: Pick<Round, 'state'> | null
  readonly expect: FindingFacts
}

describe.each(vectors<TicketCase>('ticket_state', 'ticket_state'))('a ticket: $name', (vector) => {
  const stillOpen = Object.keys(vector.finding_states).filter((id) => vector.finding_states[id] === 'open')

  test('folds to its state', () => {
    const fold = ticketState(vector.findings, vector.events)
    expect(fold.state).toBe(vector.expect)
    expect(fold.findings).toEqual(vector.finding_states)
    expect(fold.is_open).toBe(['raised', 'confirmed'].includes(vector.expect))
    expect(openFindings(fold)).toEqual(stillOpen.sort())
    const { step = fold.step, tier = fold.tier, confirmation = fold.confirmation } = vector
    expect({ step, tier, confirmation }).toEqual({ step: fold.step, tier: fold.tier, confirmation: fold.confirmation })
  })

  test('folds to the same state in any order of arrival, events heard twice included', () => {
    for (const seed of SEEDS) {
      const arrived = shuffled([...vector.events, ...vector.events.slice(seed % 3)], seed)
      expect(ticketState(shuffled(vector.findings, seed), arrived).state).toBe(vector.expect)
    }
  })
})

test.each(vectors<FactsCase>('ticket_state', 'finding_facts'))('reads the facts of a finding: $name', (vector) => {
  expect(findingFacts(vector.finding, vector.answer, vector.round)).toEqual(vector.expect)
})
