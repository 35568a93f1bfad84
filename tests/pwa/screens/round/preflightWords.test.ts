import { describe, expect, it } from 'vitest'
import type { PreflightCheck } from '@/domain/types'
import { repairOf } from '@/screens/round/preflightRepair'
import { preflightWords, riskOf } from '@/screens/round/preflightWords'

const say = {
  t: (key: string, figures: Record<string, unknown> = {}) => [key.replace('today.', ''), ...Object.values(figures)].join(' '),
  bytes: (count: number) => `${count} B`,
  count: String,
  when: (iso: string) => iso,
  amounts: ({ rounds, photos }: { rounds: number; photos: number }) => (rounds + photos ? `${rounds}+${photos}` : ''),
}
const check = (id: PreflightCheck['id'], verdict: PreflightCheck['verdict'], figures: PreflightCheck['figures']): PreflightCheck => ({ id, verdict, figures })
const words = (...of: Parameters<typeof check>) => preflightWords(check(...of), say)

describe('the door check says', () => {
  it('how many photos still fit', () => {
    expect(words('storage', 'green', { protected: true, free_bytes: 6200, photos: 3100 })).toEqual({ title: 'storage_green', text: 'storage_room 6200 B 3100' })
    expect(words('storage', 'red', { protected: true, free_bytes: 180, photos: 9 })).toEqual({ title: 'storage_full', text: 'storage_short 180 B 20' })
  })
  it('that storage is not protected, whatever is free', () => {
    expect(words('storage', 'red', { protected: false, free_bytes: 6200, photos: 3100 }).title).toBe('storage_red')
  })
  it('which assets are missing, and when the items are', () => {
    expect(words('data', 'red', { assets: 5, missing_assets: 2, template_version: 12, as_of: null }).title).toBe('data_red 2')
    expect(words('data', 'red', { assets: 5, missing_assets: 0, template_version: null, as_of: null }).title).toBe('data_red_template')
  })
  it('how far the clock is off, and in which direction', () => {
    expect(words('clock', 'green', { skew_s: 2, checked_at: 'noon' }).text).toBe('clock_ahead 2 noon')
    expect(words('clock', 'green', { skew_s: -0.3, checked_at: 'noon' }).text).toBe('clock_same noon')
    expect(words('clock', 'red', { skew_s: -420, checked_at: 'noon' })).toEqual({ title: 'clock_red 7', text: 'clock_behind 420 noon' })
    expect(words('clock', 'amber', { skew_s: null, checked_at: null }).title).toBe('clock_unknown')
  })
  it('that a browser which tells nothing about its battery told nothing', () => {
    expect(words('battery', 'green', { percent: null })).toEqual({ title: 'battery_unknown', text: '' })
  })
  it('what is unsent, or that nothing is', () => {
    expect(words('unsent', 'amber', { rounds: 1, operations: 3, photos: 9, oldest_at: 'dawn' }).text).toBe('unsent_text 1+9 dawn')
    expect(words('unsent', 'green', { rounds: 0, operations: 0, photos: 0, oldest_at: null }).title).toBe('unsent_none')
  })
})

describe('a red check', () => {
  it('names its risk and its repair', () => {
    expect(repairOf(check('data', 'red', {}))).toMatchObject({ kind: 'sync', label: 'get_data' })
    expect(repairOf(check('storage', 'red', { protected: false }))).toMatchObject({ label: 'protect' })
    expect(repairOf(check('storage', 'red', { protected: true }))).toMatchObject({ label: 'free_space' })
    expect(repairOf(check('clock', 'red', {}))).toBeNull()
    expect(riskOf(check('storage', 'red', { protected: true }))).toBe('today.risk_storage')
  })
})
