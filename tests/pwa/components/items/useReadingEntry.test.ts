import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, shallowRef } from 'vue'
import type { AnsweringRound } from '@/components/items/answeringRound'
import type { PageSaving } from '@/components/items/pageSaving'
import { useReadingEntry } from '@/components/items/useReadingEntry'
import type { ItemCell } from '@/domain/types'
import { cellOf, past, reading } from './aCell'

const drafts = vi.hoisted(() => new Map<string, unknown>())
vi.mock('@/actions/saveDraft', () => ({ saveDraft: async (key: string, value: unknown) => void drafts.set(key, value) }))
vi.mock('@/actions/loadDraft', () => ({ loadDraft: async (key: string) => drafts.get(key) ?? null }))
vi.mock('@/actions/clearDraft', () => ({ clearDraft: async (key: string) => void drafts.delete(key) }))

const answer = vi.fn()
const saving = { save: async (_key: string, write: () => Promise<unknown>) => (await write(), 'saved') } as unknown as PageSaving
const cell = shallowRef<ItemCell | null>(null)
const fresh = () => cellOf(reading(), null, { last_readings: past('26.0', '27.2', '27.9') })

async function enter(shown: ItemCell) {
  cell.value = shown
  const entry = effectScope().run(() => useReadingEntry(cell, { answer } as unknown as AnsweringRound, saving))
  await flushPromises()
  if (!entry) throw new Error('no scope')
  return entry
}

beforeEach(() => {
  drafts.clear()
  answer.mockReset().mockResolvedValue('saved')
})

describe('a reading being typed', () => {
  it('is no answer before OK', async () => {
    const entry = await enter(fresh())
    entry.type('31.8')
    expect(answer).not.toHaveBeenCalled()
    expect(entry.reading.value).toBe('31.8')
  })
  it('is normal inside its limits, and the next item may open', async () => {
    const entry = await enter(fresh())
    entry.type('28')
    expect(await entry.ok()).toBe('done')
    expect(answer).toHaveBeenCalledWith(cell.value, { reading: '28.0', value: 'normal' })
  })
  it('is a finding outside its limits, and stays open', async () => {
    const entry = await enter(fresh())
    entry.type('31.8')
    expect(await entry.ok()).toBe('stays')
    expect(answer).toHaveBeenCalledWith(cell.value, { reading: '31.8', value: 'abnormal' })
  })
  it('asks about a slipped digit before it is stored', async () => {
    const entry = await enter(fresh())
    entry.type('279')
    expect(await entry.ok()).toBe('not_yet')
    expect(entry.problem.value).toBe('unlikely')
    expect(answer).not.toHaveBeenCalled()
    expect(await entry.ok({ surely: true })).toBe('stays')
  })
  it('asks for a number where there is none', async () => {
    const entry = await enter(fresh())
    expect(await entry.ok()).toBe('not_yet')
    expect(entry.problem.value).toBe('wrong')
  })
  it('is on disk as a draft at each key and comes back', async () => {
    const entry = await enter(fresh())
    entry.type('27.')
    await flushPromises()
    expect((await enter(fresh())).text.value).toBe('27.')
  })
  it('keeps the pad and the number when it was not stored', async () => {
    answer.mockResolvedValue('failed')
    const entry = await enter(fresh())
    entry.type('28')
    expect(await entry.ok()).toBe('not_yet')
    expect(entry.typing.value).toBe(true)
    expect(entry.text.value).toBe('28')
  })
})

it('shows no pad over a reading that is stored, until it is measured again', async () => {
  const entry = await enter(cellOf(reading(), { reading: '27.0', value: 'normal' }))
  expect(entry.typing.value).toBe(false)
  entry.measureAgain()
  expect(entry.typing.value).toBe(true)
})
