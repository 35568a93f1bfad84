import { describe, expect, it } from 'vitest'
import { ApiError, NetworkError, StorageError } from '@/domain/errors'
import { phoneName } from '@/screens/account/phoneName'
import { signInTrouble } from '@/screens/account/signInTrouble'

describe('a failed sign-in', () => {
  it('is the password’s when the server said so, the same for a name that nobody has', () => {
    expect(signInTrouble(new ApiError('wrong_password', 401)).kind).toBe('wrong')
  })
  it('says how long to wait after too many tries', () => {
    expect(signInTrouble(new ApiError('slow_down', 429, null, { retry_after_ms: 90_000 }))).toEqual({ kind: 'slow_down', minutes: 2 })
  })
  it('is the network’s where nobody answered, by its kind', () => {
    const kinds = (['offline', 'timeout', 'captive_portal', 'no_answer'] as const).map((kind) => signInTrouble(new NetworkError(kind)).kind)
    expect(kinds).toEqual(['no_network', 'no_answer', 'captive_portal', 'no_answer'])
  })
  it('is the phone’s own where its database did not open', () => {
    expect(signInTrouble(new StorageError('failed')).kind).toBe('storage')
  })
})

describe('a phone', () => {
  it('is called as people call it', () => {
    expect(phoneName({ userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Version/18.0 Mobile Safari/604.1' })).toBe('iPhone Safari')
    expect(phoneName({ userAgent: 'Mozilla/5.0 (Linux; Android 15) Chrome/140 Mobile MicroMessenger/8' })).toBe('Android WeChat')
  })
})
