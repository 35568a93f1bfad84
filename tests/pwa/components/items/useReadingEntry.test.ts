import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, shallowRef } from 'vue'
import type { AnsweringRound } from '@/components/items/answeringRound'
import type { PageSaving } from '@/components/items/pageSaving'
import type { PadKey } from '@/components/items/padText'
import { useReadingEntry, type ReadingEntry } from '@/components/items/useReadingEntry'
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

const done = vi.fn()
const type = (entry: ReadingEntry, keys: string) => [...keys].forEach((key) => entry.press(key as PadKey))

async function enter(shown: ItemCell) {
  cell.value = shown
  const entry = effectScope().run(() => useReadingEntry(cell, { answer } as unknown as AnsweringRound, saving, done))
  await flushPromises()
  if (!entry) throw new Error('no scope')
  return entry
}

beforeEach(() => {
  drafts.clear()
  answer.mockReset().mockResolvedValue('saved')
  done.mockReset()
})

describe('a reading being typed', () => {
  it('is no answer before OK', async () => {
    const entry = await enter(fresh())
    type(entry, '31.8')
    expect(answer).not.toHaveBeenCalled()
    expect(entry.reading.value).toBe('31.8')
  })
  it('is normal inside its limits, and the next item may open', async () => {
    const entry = await enter(fresh())
    type(entry, '28')
    expect(await entry.ok()).toBe('done')
    expect(done).toHaveBeenCalledWith(cell.value)
    expect(answer).toHaveBeenCalledWith(cell.value, { reading: '28.0', value: 'normal' })
  })
  it('is a finding outside its limits, and stays open', async () => {
    const entry = await enter(fresh())
    type(entry, '31.8')
    expect(await entry.ok()).toBe('stays')
    expect(answer).toHaveBeenCalledWith(cell.value, { reading: '31.8', value: 'abnormal' })
  })
  it('asks about a slipped digit before it is stored', async () => {
    const entry = await enter(fresh())
    type(entry, '279')
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
    type(entry, '27.')
    await flushPromises()
    expect((await enter(fresh())).text.value).toBe('27.')
  })
  it('keeps the pad and the number when it was not stored', async () => {
    answer.mockResolvedValue('failed')
    const entry = await enter(fresh())
    type(entry, '28')
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

describe('a thumb quicker than the disk', () => {
  const next = () => cellOf(reading({ check_key: 'next' }), null)
  const slow = () => {
    let stored: (outcome: string) => void = () => undefined
    answer.mockReturnValueOnce(new Promise((resolve) => (stored = resolve)))
    return (outcome: string) => (stored(outcome), flushPromises())
  }

  it('types ahead into the next reading, its OK too', async () => {
    const [first, second] = [fresh(), next()]
    const entry = await enter(first)
    done.mockImplementationOnce(() => (cell.value = second))
    const stored = slow()
    type(entry, '28')
    void entry.ok()
    type(entry, '27')
    void entry.ok()
    expect(entry.text.value).toBe('28')
    await stored('saved')
    expect(answer.mock.calls.map(([to, set]) => [to, set.reading])).toEqual([[first, '28.0'], [second, '27.0']])
  })
  it('types nothing into what is no reading, nor into a finding that must be looked at', async () => {
    const entry = await enter(fresh())
    const stored = slow()
    type(entry, '31.8')
    void entry.ok()
    type(entry, '27')
    void entry.ok()
    await stored('saved')
    expect(answer).toHaveBeenCalledTimes(1)
    expect(entry.text.value).toBe('')
  })
  it('does not lead on when the person went elsewhere meanwhile', async () => {
    const entry = await enter(fresh())
    const stored = slow()
    type(entry, '28')
    void entry.ok()
    cell.value = next()
    await flushPromises()
    type(entry, '3')
    await stored('saved')
    expect(done).not.toHaveBeenCalled()
    expect(entry.text.value).toBe('3')
  })
})
