import { describe, expect, it, vi } from 'vitest'
import { phoneName } from '@/screens/account/phoneName'
import { signInTrouble } from '@/screens/account/signInTrouble'

const coded = (code: string) => Object.assign(new Error('no'), { code })

describe('a failed sign-in', () => {
  it('is told by its code', () => {
    expect(signInTrouble(coded('invalid_credentials'))).toBe('wrong')
    expect(signInTrouble(coded('slow_down'))).toBe('slow_down')
  })
  it('is the network’s where there is none, else the server’s', () => {
    vi.stubGlobal('navigator', { onLine: false })
    expect(signInTrouble(new Error('offline'))).toBe('no_network')
    vi.stubGlobal('navigator', { onLine: true })
    expect(signInTrouble(new Error('refused'))).toBe('no_answer')
  })
})

describe('a phone', () => {
  it('is called as people call it', () => {
    expect(phoneName({ userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Version/18.0 Mobile Safari/604.1' })).toBe('iPhone Safari')
    expect(phoneName({ userAgent: 'Mozilla/5.0 (Linux; Android 15) Chrome/140 Mobile MicroMessenger/8' })).toBe('Android WeChat')
  })
})
