import { expect, test } from 'vitest'
import type { Ticket } from '@/domain/types'
import { factsOf } from '@/rules/clocksFacts'
import type { ClockFigures } from '@/rules/clocksFigures'
import { clockFigures } from '@/rules/clocksFigures'
import type { ClockEvent, TicketFacts } from '@/rules/clocksTypes'
import { vectors } from './vectors'

interface FiguresCase {
  readonly tickets: Parameters<typeof clockFigures>[0]
  readonly expect: readonly ClockFigures[]
}

interface FactsCase {
  readonly ticket: Ticket
  readonly events: readonly ClockEvent[]
  readonly expect: TicketFacts
}

test.each(vectors<FiguresCase>('clocks', 'figures'))('figures per severity and clock: $name', (vector) => {
  expect(clockFigures(vector.tickets)).toEqual(vector.expect)
})

test.each(vectors<FactsCase>('clocks', 'facts_of'))('facts of a ticket as it was registered: $name', (vector) => {
  expect(factsOf(vector.ticket, vector.events)).toEqual(vector.expect)
})
