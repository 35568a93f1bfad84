import { describe, expect, it } from 'vitest'
import { filterOf, inOrder } from '@/components/tickets/ticketFilters'
import type { Severity, TicketRow } from '@/domain/types'
import { aTicket } from '../review/aReview'

const row = (id: string, severity: Severity | null, last_event_at: string): TicketRow => ({
  ticket: aTicket(id, { severity }), asset: null, place: null, assignees: [], findings: 1, last_event_at, work: { pending: false, refused: null },
})

describe('lists of tickets', () => {
  it('mine are open ones', () => expect(filterOf('mine', '')).toEqual({ open: true, mine: true }))
  it('words narrow every list, blanks do not', () => {
    expect(filterOf('resolved', ' ups ')).toEqual({ state: 'resolved', text: 'ups' })
    expect(filterOf('open', '  ')).toEqual({ open: true })
  })
})

describe('the order of tickets', () => {
  const rows = [row('a', null, '2026-11-22T10:00:00Z'), row('b', 3, '2026-11-22T09:00:00Z'), row('c', 1, '2026-11-20T09:00:00Z'), row('d', 3, '2026-11-22T11:00:00Z')]

  it('heaviest first, then what moved last, ungraded at the end', () => {
    expect(inOrder(rows, null).map(({ ticket }) => ticket.id)).toEqual(['c', 'd', 'b', 'a'])
  })
  it('one level only', () => expect(inOrder(rows, 3).map(({ ticket }) => ticket.id)).toEqual(['d', 'b']))
  it('leaves the list it was given alone', () => {
    inOrder(rows, null)
    expect(rows.map(({ ticket }) => ticket.id)).toEqual(['a', 'b', 'c', 'd'])
  })
})
