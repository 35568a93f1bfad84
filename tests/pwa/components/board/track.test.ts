import { describe, expect, it } from 'vitest'
import { trackOf } from '@/components/board/track'
import { leftFigure } from '@/components/board/useClockWords'
import type { TicketClock } from '@/domain/types'

const NOW = Date.parse('2026-11-22T06:00:00.000Z')
const MINUTE = 60_000
const clock = (key: TicketClock['key'], minutes: number, more: Partial<TicketClock> = {}): TicketClock => ({
  key, milestone: key, limit_minutes: 60, counts_from: 'received', started_at: null, due_at: new Date(NOW + minutes * MINUTE).toISOString(),
  met_at: null, paused_since: null, paused_minutes: 0, state: 'running', ...more,
}) as TicketClock

describe('the bar of a ticket', () => {
  it('puts the next deadline first and rings for those after it, in four hours', () => {
    const track = trackOf({ clocks: [clock('solution', 180), clock('arrival', 120), clock('repair', 60 * 20)] }, NOW)
    expect(track.first).toMatchObject({ key: 'arrival', at: 50 })
    expect(track.rest.map(({ key, at }) => [key, at])).toEqual([['solution', 75]])
    expect([track.thick, track.late]).toEqual([false, false])
  })

  it('grows thick in the last hour', () => {
    expect(trackOf({ clocks: [clock('arrival', 60)] }, NOW).thick).toBe(true)
    expect(trackOf({ clocks: [clock('arrival', 61)] }, NOW).thick).toBe(false)
  })

  it('is late from the very moment on, and then stands at its beginning', () => {
    expect(trackOf({ clocks: [clock('arrival', 0)] }, NOW)).toMatchObject({ late: true, first: { at: 0 } })
    expect(trackOf({ clocks: [clock('arrival', -6)] }, NOW)).toMatchObject({ late: true, first: { at: 0 } })
  })

  it('shows the earlier of the matrix and the promise of one milestone', () => {
    const clocks = [clock('arrival', 120), clock('on_site', 30, { milestone: 'arrival' })]
    expect(trackOf({ clocks }, NOW)).toMatchObject({ first: { key: 'on_site' }, rest: [] })
  })

  it('leaves out what is met, paused or has not begun', () => {
    const clocks = [clock('arrival', 10, { state: 'met' }), clock('repair', 20, { state: 'paused', due_at: null }), clock('diagnosis', 30, { state: 'waiting', due_at: null })]
    expect(trackOf({ clocks }, NOW).first).toBeNull()
  })

  it('says no word on another one', () => {
    const { rest } = trackOf({ clocks: [clock('arrival', 60), clock('diagnosis', 80), clock('solution', 200)] }, NOW)
    expect(rest.map(({ said }) => said)).toEqual([false, true])
  })
})

it('time left is H:MM:SS, and counts up with a true minus once it is past', () => {
  expect([leftFigure(21 * MINUTE + 14_000), leftFigure(7 * 60 * MINUTE + 40 * MINUTE), leftFigure(-(6 * MINUTE + 20_000))]).toEqual(['0:21:14', '7:40:00', '−0:06:20'])
})
