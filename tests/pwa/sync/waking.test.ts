import { describe, expect, it, vi } from 'vitest'
import { ApiError, NetworkError, StorageError } from '@/domain/errors'
import { Bell } from '@/sync/bell'
import { leadWhenFree } from '@/sync/leader'
import { retryAfterOf, troubleOf } from '@/sync/troubleOf'

describe('a bell', () => {
  it('ends a sleep at once', async () => {
    const bell = new Bell()
    const sleep = bell.heard(60_000)
    bell.ring()
    await sleep
  })

  it('rung during work is heard afterwards, once', async () => {
    vi.useFakeTimers()
    const bell = new Bell()
    bell.ring()
    bell.ring()
    await bell.heard(60_000)
    const second = vi.fn()
    void bell.heard(1_000).then(second)
    await vi.advanceTimersByTimeAsync(999)
    expect(second).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(second).toHaveBeenCalled()
    vi.useRealTimers()
  })
})

describe('the lead', () => {
  it('is one tab\'s at a time, and passes on when it ends', async () => {
    const [first, second] = [new AbortController(), new AbortController()]
    const order: string[] = []
    const lead = (name: string) => async (ended: AbortSignal): Promise<void> => {
      order.push(name)
      await new Promise((resolve) => ended.addEventListener('abort', resolve))
    }
    const a = leadWhenFree('lead', lead('first'), first.signal)
    const b = leadWhenFree('lead', lead('second'), second.signal)
    await vi.waitFor(() => expect(order).toEqual(['first']))
    first.abort()
    await a
    await vi.waitFor(() => expect(order).toEqual(['first', 'second']))
    second.abort()
    await b
  })

  it('given up while waiting for it is no error', async () => {
    const [first, second] = [new AbortController(), new AbortController()]
    const a = leadWhenFree('given up', (ended) => new Promise((resolve) => ended.addEventListener('abort', () => resolve())), first.signal)
    const b = leadWhenFree('given up', () => Promise.reject(new Error('never')), second.signal)
    second.abort()
    await expect(b).resolves.toBeUndefined()
    first.abort()
    await a
  })
})

describe('trouble', () => {
  it('has a name for what the person can do about it', () => {
    const of = [new StorageError('full'), new NetworkError('offline'), new ApiError('server_fault', 500), new Error('a bug')]
    expect(of.map(troubleOf)).toEqual(['storage', 'no_answer', 'no_answer', 'no_answer'])
    expect(retryAfterOf(new ApiError('slow_down', 429, null, { retry_after_ms: 9 }))).toBe(9)
    expect(retryAfterOf(new NetworkError('offline'))).toBe(0)
  })
})
