import { afterEach, describe, expect, it } from 'vitest'
import { lockToClient, unlockFromClient } from '@/actions/lockToClient'
import { clientLockGuard } from '@/composables/clientLock'

const today = { name: 'today', params: {} }
afterEach(unlockFromClient)

describe('while the phone is in the client’s hands', () => {
  it('every way leads to the client’s page', async () => {
    await lockToClient('round-1')
    expect(await clientLockGuard(today)).toEqual({ name: 'client', params: { round: 'round-1' } })
    expect(await clientLockGuard({ name: 'client', params: { round: 'round-2' } })).toEqual({ name: 'client', params: { round: 'round-1' } })
  })
  it('that page itself is free', async () => {
    await lockToClient('round-1')
    expect(await clientLockGuard({ name: 'client', params: { round: 'round-1' } })).toBe(true)
  })
  it('a session that ended may be renewed', async () => {
    await lockToClient('round-1')
    expect(await clientLockGuard({ name: 'sign-in', params: {} })).toBe(true)
  })
})
it('is free after the engineer has it back', async () => {
  await lockToClient('round-1')
  await unlockFromClient()
  expect(await clientLockGuard(today)).toBe(true)
})
