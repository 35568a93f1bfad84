import { expect, it } from 'vitest'
import { roomProgress } from '@/rules/roomProgress'

const [a, b] = [{ id: 'room-a' }, { id: 'room-b' }]
const sheet = (id: string, room: { id: string } | null, done: number, total = 3) => ({ asset: { id }, room, done, total })

it('counts each room once, in walking order, also when the round comes back to it', () => {
  const found = roomProgress([sheet('1', b, 3), sheet('2', a, 1), sheet('3', b, 0), sheet('4', null, 2, 2)])
  expect(found).toEqual([
    { room: b, asset_ids: ['1', '3'], done: 1 },
    { room: a, asset_ids: ['2'], done: 0 },
    { room: null, asset_ids: ['4'], done: 1 },
  ])
})
it('is nothing for a round without assets', () => {
  expect(roomProgress([])).toEqual([])
})
