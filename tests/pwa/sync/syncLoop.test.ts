import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError, NetworkError } from '@/domain/errors'
import { backoffMs } from '@/sync/backoff'
import { LOCAL_CHANGE, SyncLoop } from '@/sync/syncLoop'
import type { SyncState } from '@/sync/syncState'
import { photographs } from '../support/photos'
import { TestPhone } from '../support/testPhone'
import { makeServer } from '../support/world'

let phone: TestPhone
const loops: SyncLoop[] = []

function looping(of: TestPhone): { loop: SyncLoop; states: SyncState[] } {
  const states: SyncState[] = []
  const loop = new SyncLoop(of, (state) => states.push(state))
  loops.push(loop)
  loop.start()
  return { loop, states }
}

beforeEach(async () => {
  phone = await TestPhone.of(makeServer(), 'anna')
})
afterEach(() => {
  for (const loop of loops.splice(0)) loop.stop()
  vi.unstubAllGlobals()
})

describe('the sync loop', () => {
  it('syncs at its start, and again when something was written', async () => {
    const { loop, states } = looping(phone)
    await vi.waitFor(() => expect(states.at(-1)).toMatchObject({ phase: 'idle', passes: 1 }))
    const op = await phone.answers('lamp', { value: 'normal' })
    loop.request(LOCAL_CHANGE)
    await vi.waitFor(async () => expect((await phone.entry(op)).state).toBe('reflected'))
  })

  it('sends photos beside the operations, and pulls for their receipt', async () => {
    const { loop } = looping(phone)
    await vi.waitFor(async () => expect(await phone.db.documents.count()).toBeGreaterThan(0))
    const { hash } = await photographs(phone, 'picture')
    loop.request(LOCAL_CHANGE)
    await vi.waitFor(async () => expect((await phone.db.blobs.get(hash))?.state).toBe('received'))
    phone.server.checkBlobs()
    loop.request('by hand')
    await vi.waitFor(async () => expect((await phone.db.blobs.get(hash))?.state).toBe('verified'))
  })

  it.each([
    [new ApiError('sign_in_required', 401), 'sign_in'],
    [new ApiError('forbidden', 403), 'not_allowed'],
    [new ApiError('update_required', 426), 'too_old'],
    [new NetworkError('captive_portal'), 'captive_portal'],
    [new NetworkError('timeout'), 'no_answer'],
  ])('says what is wrong after %s and keeps everything', async (error, trouble) => {
    await phone.sync()
    const op = await phone.answers('lamp', { value: 'normal' })
    Object.assign(phone.wire, { push: () => Promise.reject(error) })
    const { states } = looping(phone)
    await vi.waitFor(() => expect(states.at(-1)).toMatchObject({ phase: 'waiting', trouble, next_try_at: expect.any(String) }))
    expect(await phone.entry(op)).toMatchObject({ state: 'queued', to_send: 1 })
    expect(await phone.sees('lamp')).toMatchObject({ value: 'normal' })
  })

  it('waits as long as the server asks, and a tap does not cut that short', async () => {
    let tries = 0
    Object.assign(phone.wire, { pull: () => (tries++, Promise.reject(new ApiError('unavailable', 503, null, { retry_after_ms: 60_000 }))) })
    const { loop, states } = looping(phone)
    await vi.waitFor(() => expect(states.at(-1)?.phase).toBe('waiting'))
    loop.request(LOCAL_CHANGE)
    await new Promise((resolve) => setImmediate(resolve))
    expect(tries).toBe(1)
    expect(Date.parse(states.at(-1)?.next_try_at ?? '') - phone.clock.ms).toBeGreaterThan(59_000)
  })

  it('asks nobody while the browser knows of no network, and goes on by itself when there is one', async () => {
    vi.stubGlobal('navigator', { onLine: false, locks: navigator.locks })
    const { states } = looping(phone)
    await vi.waitFor(() => expect(states.at(-1)).toMatchObject({ phase: 'offline', trouble: null }))
    expect(phone.server.pulls).toBe(0)
  })
})

describe('two tabs of one person', () => {
  it('have one leader; the other one\'s wishes are heard, and its work goes on when the leader is closed', async () => {
    const other = await TestPhone.of(phone.server, 'anna')
    const first = looping(phone)
    await vi.waitFor(() => expect(first.states.at(-1)?.phase).toBe('idle'))
    const second = looping(other)
    const pulls = phone.server.pulls
    second.loop.request('by hand')
    await vi.waitFor(() => expect(phone.server.pulls).toBeGreaterThan(pulls))
    await vi.waitFor(() => expect(second.states.at(-1)?.phase).toBe('idle'))
    expect(await other.db.documents.count()).toBe(0)
    first.loop.stop()
    await vi.waitFor(async () => expect(await other.db.documents.count()).toBeGreaterThan(0))
  })
})

describe('the back-off', () => {
  it('doubles, is spread, and never exceeds a minute', () => {
    const random = (): number => 1
    expect([1, 2, 3, 7, 40].map((failures) => backoffMs(failures, random))).toEqual([1_000, 2_000, 4_000, 60_000, 60_000])
    expect(backoffMs(3, () => 0)).toBe(2_000)
  })
})
