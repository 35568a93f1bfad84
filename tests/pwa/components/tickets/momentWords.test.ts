import { describe, expect, it } from 'vitest'
import { momentWords } from '@/components/tickets/momentWords'
import type { JsonObject, TicketEvent } from '@/domain/types'

const event = (name: TicketEvent['name'], args: JsonObject | null): { event: TicketEvent } => ({
  event: { id: 'e', ticket_id: 't', name, by: null, at: '2026-11-22T10:00:00Z', received_at: null, after: [], args, flags: [] },
})

describe('a moment of a ticket in words', () => {
  it('a photo is a moment of its own', () => expect(momentWords({ event: null }).key).toBe('event_photo'))
  it('a comment says its text', () => expect(momentWords(event('commented', { text: '等备件' })).text).toBe('等备件'))
  it('a reopening says why', () => expect(momentWords(event('reopened', { reason: '又响了' }))).toMatchObject({ key: 'event_reopened', text: '又响了' }))
  it('a hand-over names the people it goes to', () => {
    expect(momentWords(event('assigned', { from: ['p1'], to: ['p2', 'p3'] })).people).toEqual(['p2', 'p3'])
  })
  it('a repair and a work-around say how many findings they close', () => {
    expect(momentWords(event('resolved', { how: 'fixed', findings: ['a', 'b'], solution: '换风扇' }))).toEqual({
      key: 'event_resolved', params: { n: 2 }, text: '换风扇', people: [],
    })
    expect(momentWords(event('resolved', { how: 'workaround', findings: [], solution: 'x' })).key).toBe('event_workaround')
  })
  it('a new grade says which', () => expect(momentWords(event('graded', { severity: 2 })).params).toEqual({ level: 2 }))
  it('one without arguments still has its name', () => expect(momentWords(event('confirmed', null))).toMatchObject({ key: 'event_confirmed', text: null }))
})
