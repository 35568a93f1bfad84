import { afterEach, describe, expect, it } from 'vitest'
import { clientLockGuard, lockToClient, unlockFromClient } from '@/components/signing/clientLock'

const today = { name: 'today', params: {} }
afterEach(unlockFromClient)

describe('while the phone is in the client’s hands', () => {
  it('every way leads to the client’s page', () => {
    lockToClient('round-1')
    expect(clientLockGuard(today)).toEqual({ name: 'client', params: { round: 'round-1' } })
    expect(clientLockGuard({ name: 'client', params: { round: 'round-2' } })).toEqual({ name: 'client', params: { round: 'round-1' } })
  })
  it('that page itself is free', () => {
    lockToClient('round-1')
    expect(clientLockGuard({ name: 'client', params: { round: 'round-1' } })).toBe(true)
  })
  it('a session that ended may be renewed', () => {
    lockToClient('round-1')
    expect(clientLockGuard({ name: 'sign-in', params: {} })).toBe(true)
  })
})
it('is free after the engineer has it back', () => {
  lockToClient('round-1')
  unlockFromClient()
  expect(clientLockGuard(today)).toBe(true)
})
