import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { live, observe } from '@/composables/live'
import { closePhone, currentPhone } from '@/sync/currentPhone'
import { TestPhone } from '../support/testPhone'
import { makeServer } from '../support/world'
import { using } from './support'

let phone: TestPhone
const draft = (key: string, value: string) => phone.db.drafts.put({ key, value, at: '2026-11-22T07:00:00.000Z' })
const read = (key: string) => phone.db.drafts.get(key).then((row) => row?.value ?? 'nothing')

beforeEach(async () => {
  phone = (await TestPhone.of(makeServer(), 'anna')).use()
})
afterEach(() => {
  vi.useRealTimers()
  currentPhone.value = null
  closePhone()
})

describe('a question to the disk', () => {
  it('is answered again when what it read has changed', async () => {
    const value = using(() => live(() => read('a')))
    expect(value.value).toBeNull()
    await expect.poll(() => value.value).toBe('nothing')
    await draft('a', 'one')
    await expect.poll(() => value.value).toBe('one')
  })

  it('about something else shows nothing old meanwhile', async () => {
    await draft('a', 'one')
    const key = ref('a')
    const value = using(() => live(() => read(key.value), key))
    await expect.poll(() => value.value).toBe('one')
    key.value = 'b'
    await nextTick()
    expect(value.value).toBeNull()
    await expect.poll(() => value.value).toBe('nothing')
  })

  it('looked at another way keeps its answer until the new one is there', async () => {
    await draft('a', 'one')
    const upper = ref(false)
    const value = using(() => observe(async () => (upper.value ? String(await read('a')).toUpperCase() : await read('a')), { subjects: [], views: [upper] }))
    await expect.poll(() => value.value).toBe('one')
    upper.value = true
    await nextTick()
    expect(value.value).toBe('one')
    await expect.poll(() => value.value).toBe('ONE')
  })

  it('that fails keeps the last answer and is asked again by itself', async () => {
    let failures = 0
    const value = using(() => live(async () => {
      const found = await read('a')
      if (found === 'two' && failures++ === 0) throw new Error('closed')
      return found
    }))
    await expect.poll(() => value.value).toBe('nothing')
    await draft('a', 'two')
    await expect.poll(() => failures).toBe(1)
    expect(value.value).toBe('nothing')
    await expect.poll(() => value.value, { timeout: 3_000 }).toBe('two')
  })

  it('is not asked while nobody is signed in, and forgets its answer when the person leaves', async () => {
    const value = using(() => live(() => read('a')))
    await expect.poll(() => value.value).toBe('nothing')
    currentPhone.value = null
    await nextTick()
    expect(value.value).toBeNull()
  })

  it('ends with its screen', async () => {
    const scope = effectScope()
    const value = scope.run(() => live(() => read('a')))
    await expect.poll(() => value?.value).toBe('nothing')
    scope.stop()
    await draft('a', 'late')
    expect(await read('a')).toBe('late')
    expect(value?.value).toBe('nothing')
  })
})
