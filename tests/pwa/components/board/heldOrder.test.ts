import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, ref } from 'vue'
import { useHeldOrder } from '@/components/board/useHeldOrder'

interface Row { readonly id: string; readonly words: string }
const rows = (...ids: string[]): Row[] => ids.map((id) => ({ id, words: `${id}1` }))
const scope = effectScope()

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function board() {
  const newest = ref<Row[]>(rows('a', 'b', 'c'))
  const held = scope.run(() => useHeldOrder(newest))
  if (held === undefined) throw new Error('no scope')
  const shown = () => held.rows.value.map(({ id }) => id).join('')
  const comes = async (...ids: string[]) => {
    newest.value = rows(...ids)
    await Promise.resolve()
  }
  return { ...held, newest, shown, comes }
}

it('a new order stands at once while nobody points at the list', async () => {
  const { shown, comes } = board()
  await comes('c', 'a', 'b')
  expect(shown()).toBe('cab')
})

it('no row moves under the pointer; the new order comes after two seconds of stillness', async () => {
  const { shown, comes, onMove, moved } = board()
  onMove()
  await comes('c', 'a', 'b')
  expect([shown(), moved.value]).toEqual(['abc', true])
  vi.advanceTimersByTime(1_500)
  onMove()
  vi.advanceTimersByTime(1_500)
  expect(shown()).toBe('abc')
  vi.advanceTimersByTime(500)
  expect([shown(), moved.value]).toEqual(['cab', false])
})

it('what a row says is new at once, in its old place', async () => {
  const { rows: shown, newest, onMove } = board()
  onMove()
  newest.value = [{ id: 'c', words: 'new' }, ...rows('a', 'b')]
  await Promise.resolve()
  expect(shown.value[2]).toEqual({ id: 'c', words: 'new' })
})

it('the person may ask for the new order, or take the pointer away', async () => {
  const one = board()
  one.onMove()
  await one.comes('c', 'a')
  one.renew()
  expect(one.shown()).toBe('ca')
  await one.comes('a', 'c', 'd')
  expect(one.shown()).toBe('ca')
  one.onLeave()
  expect(one.shown()).toBe('acd')
})
