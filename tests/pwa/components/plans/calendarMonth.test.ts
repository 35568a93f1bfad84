import { describe, expect, it } from 'vitest'
import { daysOfMonth, monthAfter, roundsOfDays } from '@/components/plans/calendarMonth'
import type { PlansDesk } from '@/composables/usePlans'
import type { Plan, Round } from '@/domain/types'
import { roundId } from '@/rules/ids'
import { NO_CALENDAR } from '@/rules/planCalendar'

const ID = '0193a7c0-0000-7000-8000-0000000000ff'
const NOW = new Date('2026-11-22T12:00:00Z')
const plan = (over: Partial<Plan> = {}): Plan => ({
  id: ID, name_zh: '每日巡检', name_en: 'Daily round', template_key: 'machine_room', kind: 'daily', place_id: null, asset_ids: [], rule: { every: 'day' },
  due_time: '18:00', starts_on: '2026-11-01', ends_on: null, assignee_ids: [], scope: null, assign_by: 'people', lead_days: 0, proof_percent: 0,
  if_missed: 'keep', grace_days: 0, on_holiday: 'keep', ...over,
})
const round = (day: string, over: Partial<Round> = {}) =>
  ({ id: roundId(ID, day), plan_id: ID, occurrence_date: day, due_at: `${day}T10:00:00Z`, state: 'planned', missed_at: null, name_zh: '巡检', name_en: 'Round', ...over }) as Round

function marks(rounds: readonly Round[], plans: readonly Plan[], span: readonly [string, string] = ['2026-11-20', '2026-11-24'], plan_id = ''): Record<string, string[]> {
  const desk: PlansDesk = { plans, rounds, places: [], assets: [], templates: [], days: [], calendar: NO_CALENDAR }
  const found = roundsOfDays(desk, span, NOW, { today: '2026-11-22', plan_id })
  return Object.fromEntries([...found].sort().map(([day, ones]) => [day.slice(8), ones.map(({ mark }) => mark)]))
}

describe('the calendar of rounds', () => {
  it('has whole weeks from Monday', () => {
    const days = daysOfMonth('2026-11')
    expect([days[0], days.at(-1), days.length]).toEqual(['2026-10-26', '2026-12-06', 42])
    expect(monthAfter('2026-12', 1)).toBe('2027-01')
    expect(monthAfter('2026-01', -1)).toBe('2025-12')
  })
  it('tells done, late, under way and what is to come', () => {
    const rounds = [round('2026-11-20', { state: 'sealed' }), round('2026-11-21'), round('2026-11-22', { state: 'open', due_at: '2026-11-22T15:00:00Z' })]
    expect(marks(rounds, [plan()])).toEqual({ 20: ['done'], 21: ['late'], 22: ['open'], 23: ['due'], 24: ['due'] })
  })
  it('tells what lapsed, also before the server has said so', () => {
    const rounds = [round('2026-11-20', { missed_at: '2026-11-21T00:00:00Z' }), round('2026-11-21')]
    expect(marks(rounds, [plan({ if_missed: 'lapse', ends_on: '2026-11-21' })])).toEqual({ 20: ['missed'], 21: ['missed'] })
  })
  it('foresees nothing for days that are past', () => {
    expect(marks([], [plan()])).toEqual({ 22: ['due'], 23: ['due'], 24: ['due'] })
  })
  it('shows one plan alone', () => {
    const other = plan({ id: '0193a7c0-0000-7000-8000-0000000000fe', rule: { every: 'once', on: '2026-11-24' } })
    expect(marks([], [plan(), other], undefined, other.id)).toEqual({ 24: ['due'] })
  })
})
