import { describe, expect, it } from 'vitest'
import { batteryCheck, cameraCheck, clockCheck, dataCheck, storageCheck, unsentCheck } from '@/composables/preflight/verdicts'

const MB = 1024 * 1024

describe('the door check', () => {
  it.each([
    [{ free_bytes: 9_000 * MB, protected: true }, 'green'],
    [{ free_bytes: 300 * MB, protected: true }, 'amber'],
    [{ free_bytes: 40 * MB, protected: true }, 'red'],
    [{ free_bytes: 9_000 * MB, protected: false }, 'red'],
    [{ free_bytes: null, protected: null }, 'amber'],
  ] as const)('of storage %o is %s', (space, verdict) => {
    expect(storageCheck(space).verdict).toBe(verdict)
  })

  it('of data is red while an asset or the template is missing', () => {
    expect(dataCheck({ assets: 3, missing_assets: 0, template_version: 1 }, 'now').verdict).toBe('green')
    expect(dataCheck({ assets: 3, missing_assets: 2, template_version: 1 }, 'now').verdict).toBe('red')
    expect(dataCheck({ assets: 3, missing_assets: 0, template_version: null }, 'now').verdict).toBe('red')
  })

  it('of the clock tells phone minus server', () => {
    const skew = (skew_ms: number) => clockCheck({ skew_ms, measured_at: 'then' })
    expect(skew(-420_000)).toMatchObject({ verdict: 'red', figures: { skew_s: 420 } })
    expect(skew(90_000)).toMatchObject({ verdict: 'amber', figures: { skew_s: -90 } })
    expect(skew(2_000).verdict).toBe('green')
    expect(clockCheck(null).verdict).toBe('amber')
  })

  it('of the rest never stops anybody for what is unknown', () => {
    expect(cameraCheck({ permission: 'prompt', torch: null }).verdict).toBe('amber')
    expect(cameraCheck({ permission: 'denied', torch: null }).verdict).toBe('red')
    expect(batteryCheck(null, 10)).toMatchObject({ verdict: 'green', figures: { percent: null } })
    expect(batteryCheck({ level: 0.15, charging: false }, 30)).toMatchObject({ verdict: 'amber', figures: { percent: 15, minutes: 90 } })
    expect(batteryCheck({ level: 0.15, charging: true }, 30).verdict).toBe('green')
    const unsent = { rounds: 1, operations: 2, photos: 0, oldest_at: '2026-11-20T00:00:00Z' }
    expect(unsentCheck(unsent, Date.parse('2026-11-22T00:00:00Z')).verdict).toBe('amber')
  })
})
