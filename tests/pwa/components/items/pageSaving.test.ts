import { mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { providePageSaving, type PageSaving } from '@/components/items/pageSaving'
import { InvalidInput, StorageError } from '@/domain/errors'
import { announced } from '@/feedback/announce'

let saving: PageSaving
const page = { setup: () => void (saving = providePageSaving()), render: () => null }
const messages = { 'zh-CN': { errors: { not_saved: '没存住', cannot_store_not_an_image: '不是照片' } } }
const full = () => Promise.reject(new StorageError('full'))

beforeEach(() => {
  mount(page, { global: { plugins: [createI18n({ legacy: false, locale: 'zh-CN', messages })] } })
})

describe('a write of the page', () => {
  it('is called saved only after it is on disk', async () => {
    const written = saving.save('a', () => Promise.resolve())
    expect(saving.saved_at.value).toBeNull()
    expect(await written).toBe('saved')
    expect(saving.saved_at.value).not.toBeNull()
  })
  it('that is only a draft is not called saved while signatures are at stake', async () => {
    saving.quiet_drafts.value = true
    expect(await saving.save('draft/answer/a/pad', () => Promise.resolve())).toBe('saved')
    expect(saving.saved_at.value).toBeNull()
    await saving.save('answer/a', () => Promise.resolve())
    expect(saving.saved_at.value).not.toBeNull()
  })
  it('that failed is said at once and stays', async () => {
    expect(await saving.save('a', full)).toBe('failed')
    expect(saving.failed.value).toBe(true)
    expect(announced.assertive).toContain('没存住')
  })
  it('that failed is done again with its content', async () => {
    const write = vi.fn().mockRejectedValueOnce(new StorageError('timeout')).mockResolvedValue(undefined)
    await saving.save('a', write)
    await saving.again()
    expect(write).toHaveBeenCalledTimes(2)
    expect(saving.failed.value).toBe(false)
  })
  it('does not hide an older one that failed', async () => {
    await saving.save('a', full)
    await saving.save('b', () => Promise.resolve())
    expect(saving.failed.value).toBe(true)
  })
  it('takes the place of an older one of the same field', async () => {
    await saving.save('a', full)
    await saving.save('a', () => Promise.resolve())
    expect(saving.failed.value).toBe(false)
  })
  it('that can never be stored is not kept for another try', async () => {
    expect(await saving.save('photo', () => Promise.reject(new InvalidInput('not_an_image')))).toBe('refused')
    expect(saving.failed.value).toBe(false)
    expect(saving.refusal.value).toBe('not_an_image')
  })
})
