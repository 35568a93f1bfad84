import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick, ref } from 'vue'
import { REST_MS, useKeptText, type KeptText } from '@/components/items/useKeptText'
import type { PageSaving, Saved } from '@/components/items/pageSaving'

const drafts = vi.hoisted(() => new Map<string, unknown>())
vi.mock('@/actions/saveDraft', () => ({ saveDraft: vi.fn(async (key: string, value: unknown) => void drafts.set(key, value)) }))
vi.mock('@/actions/loadDraft', () => ({ loadDraft: vi.fn(async (key: string) => drafts.get(key) ?? null) }))
vi.mock('@/actions/clearDraft', () => ({ clearDraft: vi.fn(async (key: string) => void drafts.delete(key)) }))

const saving = { save: async (_key: string, write: () => Promise<unknown>) => (await write(), 'saved') } as unknown as PageSaving
const stored = ref<string | null>(null)
const write = vi.fn<(text: string | null) => Promise<Saved | 'declined'>>()
let field: KeptText
enableAutoUnmount(afterEach)

function open() {
  const setup = () => void (field = useKeptText({ key: 'seen', stored: () => stored.value, write, saving }))
  return mount({ setup, render: () => null })
}

beforeEach(() => {
  vi.useFakeTimers()
  drafts.clear()
  stored.value = null
  write.mockReset().mockResolvedValue('saved')
})

describe('a text being typed', () => {
  it('is a draft on disk at each keystroke', async () => {
    open()
    field.type('异')
    await flushPromises()
    expect(drafts.get('seen')).toBe('异')
    expect(write).not.toHaveBeenCalled()
  })
  it('is written once when the typing rests', async () => {
    open()
    field.type('异')
    await vi.advanceTimersByTimeAsync(REST_MS - 1)
    field.type('异响')
    await vi.advanceTimersByTimeAsync(REST_MS)
    expect(write.mock.calls).toEqual([['异响']])
    expect(drafts.has('seen')).toBe(false)
  })
  it('is written at once when the field is left', async () => {
    const page = open()
    field.type('异响')
    page.unmount()
    await flushPromises()
    expect(write.mock.calls).toEqual([['异响']])
  })
  it('is written at once when the app goes to the background', async () => {
    open()
    field.type('异响')
    document.dispatchEvent(new Event('visibilitychange'))
    expect(write).toHaveBeenCalledOnce()
  })
  it('comes back after the browser was killed, and is written then', async () => {
    drafts.set('seen', '异响，积')
    open()
    await flushPromises()
    expect(field.text.value).toBe('异响，积')
    expect(write.mock.calls).toEqual([['异响，积']])
  })
  it('that is too long stays whole as a draft and is not written; shortened, it is', async () => {
    open()
    const typed = '测'.repeat(9_999) + '😀😀'
    field.type(typed)
    await vi.advanceTimersByTimeAsync(REST_MS)
    expect([write.mock.calls.length, field.text.value, drafts.get('seen')]).toEqual([0, typed, typed])
    field.type('测'.repeat(9_999) + '😀') // 10,000 characters, as the server counts
    await vi.advanceTimersByTimeAsync(REST_MS)
    expect(write).toHaveBeenCalledOnce()
  })
  it('stays a draft while it cannot be written', async () => {
    write.mockResolvedValue('failed')
    open()
    field.type('异响')
    await vi.advanceTimersByTimeAsync(REST_MS)
    expect(drafts.get('seen')).toBe('异响')
    expect(field.text.value).toBe('异响')
  })
  it('goes back to what stands when the change is declined', async () => {
    stored.value = '已签的'
    write.mockResolvedValue('declined')
    open()
    field.type('别的')
    await vi.advanceTimersByTimeAsync(REST_MS)
    expect(field.text.value).toBe('已签的')
    expect(drafts.has('seen')).toBe(false)
  })
  it('is not overwritten by what comes by sync', async () => {
    open()
    field.type('我的')
    stored.value = '别人的'
    await nextTick()
    expect(field.text.value).toBe('我的')
  })
  it('empties the field as nothing, not as an empty text', async () => {
    stored.value = '异响'
    open()
    field.type('')
    await vi.advanceTimersByTimeAsync(REST_MS)
    expect(write.mock.calls).toEqual([[null]])
  })
})

it('shows what comes by sync while nobody types', async () => {
  open()
  stored.value = '别人的'
  await nextTick()
  expect(field.text.value).toBe('别人的')
})
