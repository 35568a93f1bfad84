import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick, shallowRef } from 'vue'
import { createI18n } from 'vue-i18n'
import type { Notice } from '@/domain/types'
import TicketBell from '@/shell/TicketBell.vue'

const held = vi.hoisted(() => ({ felt: [] as string[], notices: null as unknown }))
vi.mock('@/feedback/feel', () => ({ feel: (feeling: string) => held.felt.push(feeling) }))
vi.mock('@/composables/useNotices', () => ({ useNotices: () => held.notices }))

const notices = shallowRef<readonly Notice[] | null>(null)
const notice = (id: string, more: Partial<Notice> = {}): Notice =>
  ({ id, kind: 'assigned', subject_project_id: 'p1', ticket_id: 't1', urgent: false, at: '2026-11-22T07:00:00.000Z', read_at: null, args: {}, ...more })
let bell: ReturnType<typeof mount>

async function lies(...now: Notice[]): Promise<void> {
  notices.value = now
  await nextTick()
}

beforeEach(() => {
  vi.useFakeTimers()
  held.felt.length = 0
  notices.value = null
  held.notices = notices
  bell = mount(TicketBell, { global: { plugins: [createI18n({ legacy: false, missingWarn: false, fallbackWarn: false })] } })
})
afterEach(() => {
  bell.unmount()
  vi.useRealTimers()
})

describe('while the app is open', () => {
  it('a ticket that comes rings until it was opened', async () => {
    await lies(notice('n1'))
    expect(held.felt).toEqual([]) // it was there before
    await lies(notice('n1'), notice('n2'))
    expect(held.felt).toEqual(['ticket'])
    vi.advanceTimersByTime(5_000)
    expect(held.felt).toHaveLength(2)
    const at = '2026-11-22T07:01:00.000Z'
    await lies(notice('n1', { read_at: at }), notice('n2', { read_at: at }))
    vi.advanceTimersByTime(60_000)
    expect(held.felt).toHaveLength(2)
  })

  it('rings for a minute at the most', async () => {
    await lies()
    await lies(notice('n1'))
    vi.advanceTimersByTime(600_000)
    expect(held.felt).toHaveLength(12)
  })

  it('what may wait, and what comes in the quiet hours, makes no noise', async () => {
    await lies()
    await lies(notice('n1', { kind: 'commented' }), notice('n2', { args: { quiet: true } }))
    expect(held.felt).toEqual([])
    await lies(notice('n3', { kind: 'commented', urgent: true }))
    expect(held.felt).toEqual(['ticket'])
  })
})
