import { describe, expect, it } from 'vitest'
import { nextStep, pressedSteps } from '@/components/tickets/handling/nextStep'
import { firstDue } from '@/components/tickets/handling/useDeadline'
import type { TicketClock, TicketEvent, TicketMoment, TicketStep, TicketView } from '@/domain/types'
import { aTicket } from '../../review/aReview'

function moment(id: string, name: TicketEvent['name'], args: TicketEvent['args'] = {}): TicketMoment {
  const event = { id, ticket_id: 't', name, by: 'anna', at: `2026-11-22T06:0${id}:00Z`, received_at: null, after: [], args, flags: [] }
  return { id, at: event.at, received_at: null, by: null, event, photo: null, work: { pending: false, refused: null } } as unknown as TicketMoment
}
const view = (step: TicketStep, with_: Partial<TicketView> = {}): TicketView =>
  ({ ticket: aTicket('t', { step, assignee_ids: ['anna'] }), state: 'confirmed', events: [], ...with_ }) as TicketView

describe('the one button that moves on', () => {
  it('follows the steps of whoever has the ticket', () => {
    const steps = (['waiting', 'accepted', 'on_way', 'arrived', 'diagnosed'] as const).map((step) => nextStep(view(step), 'anna'))
    expect(steps).toEqual(['accept', 'set_out', 'arrive', 'diagnose', 'resolve'])
  })
  it('lets a colleague take it on first', () => {
    expect(nextStep(view('accepted'), 'bo')).toBe('accept')
  })
  it('asks for the client’s word once it is solved, and for nothing when it is closed', () => {
    expect(nextStep(view('resolved', { state: 'resolved' }), 'anna')).toBe('confirm')
    expect(nextStep({ ...view('closed', { state: 'closed' }), ticket: aTicket('t', { step: 'closed', is_open: false }) }, 'anna')).toBeNull()
  })
})

describe('what was pressed', () => {
  it('stands with its last time, and not when it was taken back', () => {
    const events = [moment('1', 'accepted'), moment('2', 'on_way'), moment('3', 'taken_back', { event: '2' }), moment('4', 'accepted')]
    expect(pressedSteps(view('accepted', { events })).map(({ name, id }) => [name, id])).toEqual([['accepted', '4']])
  })
})

describe('the clock that is shown', () => {
  const clock = (key: TicketClock['key'], due_at: string | null, state: TicketClock['state'] = 'running') => ({ key, due_at, state }) as TicketClock
  it('is the earliest that runs', () => {
    const clocks = [clock('repair', '2026-11-22T18:00:00Z'), clock('arrival', '2026-11-22T07:00:00Z'), clock('dispatch', '2026-11-22T06:00:00Z', 'met')]
    expect(firstDue(clocks)?.key).toBe('arrival')
  })
  it('is none when all are met or wait', () => {
    expect(firstDue([clock('diagnosis', null, 'waiting'), clock('arrival', '2026-11-22T07:00:00Z', 'missed')])).toBeNull()
  })
})
