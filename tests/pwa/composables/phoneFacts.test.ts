/** What a screen knows of the phone itself: its clock, and the choices that it keeps. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { readSetting, writeSetting } from '@/composables/settings'
import { useClock } from '@/composables/useClock'
import { usePreflight } from '@/composables/usePreflight'
import { putMeta } from '@/db/meta'
import { closePhone, currentPhone } from '@/sync/currentPhone'
import { TestPhone } from '../support/testPhone'
import { makeServer, ROUND } from '../support/world'
import { using } from './support'

const NOW = Date.parse('2026-11-22T15:00:00+08:00')

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: NOW })
})
afterEach(() => {
  vi.useRealTimers()
  currentPhone.value = null
  closePhone()
})

describe('the clock', () => {
  it('is the phone\'s, corrected by what the server last said, and goes on each second', async () => {
    const phone = (await TestPhone.of(makeServer(), 'anna')).use()
    await putMeta(phone.db, 'clock', { skew_ms: -90_000, measured_at: '2026-11-22T06:00:00.000Z' })
    const now = using(useClock)
    await vi.waitFor(() => { expect(now.value.getTime()).toBe(NOW - 90_000) })
    vi.advanceTimersByTime(3_000)
    expect(now.value.getTime()).toBe(NOW - 87_000)
  })

  it('is one for all screens', () => {
    expect(using(useClock)).toBe(using(useClock))
  })

  it('does not make work old that was written just now on a phone that is two days fast (regression)', async () => {
    const phone = (await TestPhone.of(makeServer(), 'anna')).use()
    await phone.sync()
    phone.clock.ms = NOW
    await putMeta(phone.db, 'clock', { skew_ms: -2 * 86_400_000, measured_at: '2026-11-22T06:00:00.000Z' })
    await phone.answers('lamp', { value: 'normal' })
    const checks = using(() => usePreflight(ref(ROUND)))
    await vi.waitFor(() => {
      expect(checks.value?.find(({ id }) => id === 'unsent')).toMatchObject({ verdict: 'green', figures: { operations: 1 } })
    })
  })
})

describe('a small choice', () => {
  it('is kept on the phone', () => {
    writeSetting('colour', 'red')
    expect(readSetting('colour')).toBe('red')
    expect(localStorage.getItem('roundsman.colour')).toBe('red')
  })

  it('lasts as long as the tab where the browser forbids storage', () => {
    const forbidden = (): never => { throw new DOMException('no', 'SecurityError') }
    vi.stubGlobal('localStorage', { getItem: forbidden, setItem: forbidden })
    expect(readSetting('never chosen')).toBeNull()
    writeSetting('shape', 'round')
    expect(readSetting('shape')).toBe('round')
  })
})
