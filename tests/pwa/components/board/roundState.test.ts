import { expect, test } from 'vitest'
import { countIn, stateOnBoard } from '@/components/board/roundState'
import type { BoardRound } from '@/domain/types'

const NOW = Date.parse('2026-11-22T10:00:00Z')
const round = (with_: Partial<BoardRound>): BoardRound => ({
  id: 'r', name_zh: '每日巡检', name_en: 'Daily round', place_id: null, state: 'planned', due_at: '2026-11-22T11:00:00Z', assignee_ids: [],
  opened_at: null, submitted_at: null, occurrence_date: '2026-11-22', answered: 0, missed_at: null, ...with_,
})
const past = { due_at: '2026-11-22T09:00:00Z' }

test('a round past its time is late until it is in, and missed once it has lapsed', () => {
  expect(stateOnBoard(round({}), NOW)).toBe('planned')
  expect(stateOnBoard(round(past), NOW)).toBe('late')
  expect(stateOnBoard(round({ ...past, state: 'open' }), NOW)).toBe('late')
  expect(stateOnBoard(round({ ...past, state: 'submitted' }), NOW)).toBe('submitted')
  expect(stateOnBoard(round({ ...past, state: 'sent_back' }), NOW)).toBe('sent_back')
  expect(stateOnBoard(round({ ...past, missed_at: '2026-11-22T09:30:00Z' }), NOW)).toBe('missed')
  expect(stateOnBoard(round({ ...past, state: 'sealed', missed_at: '2026-11-22T09:30:00Z' }), NOW)).toBe('sealed')
})

test('a late one is counted as late, not as running as well', () => {
  const rounds = [round({ state: 'open' }), round({ ...past, state: 'open' }), round(past)]
  expect([countIn(rounds, 'open', NOW), countIn(rounds, 'late', NOW)]).toEqual([1, 2])
})
