import { describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { NetworkError } from '@/domain/errors'
import type { ReviewStatistics } from '@/domain/types'
import ReviewStatisticsScreen from '@/screens/review/ReviewStatisticsScreen.vue'
import { mountScreen } from '../../support/mountScreen'

const held = vi.hoisted(() => ({ server: null as unknown, asked: [] as number[] }))
vi.mock('@/api/reviewStatistics', () => ({
  getReviewStatistics: (_project: string, days: number) => {
    held.asked.push(days)
    return held.server === null ? Promise.reject(new NetworkError('offline')) : Promise.resolve(held.server as ReviewStatistics)
  },
}))
vi.mock('@/composables/useMembers', () => ({ useMembers: () => ref([{ id: 'm', person_id: 'e', display_name_zh: '维护工程师01', display_name_en: 'Engineer 01' }]) }))
vi.mock('@/composables/useSession', () => ({
  useSession: () => ({ can: () => true, projectId: ref('p'), projects: ref([]), person: ref(null), roles: ref([]) }),
}))
vi.mock('@/shell/wide', () => ({ wide: { value: true, __v_isRef: true } }))

const SAID: ReviewStatistics = {
  since: '2026-08-24', rounds: 40, sent_back: 3, points: 5, reasons: { photo_unclear: 3, unstated: 2 },
  months: [{ month: '2026-11', rounds: 20, sent_back: 3, points: 5 }],
  people: [{ person_id: 'e', rounds: 25, sent_back: 3, points: 5, reasons: { photo_unclear: 3, unstated: 2 } }],
  items: [
    { check_key: 'fan', title_zh: '风扇与滤网', title_en: 'Fan', points: 4, reasons: { photo_unclear: 3, unstated: 1 } },
    { check_key: null, title_zh: null, title_en: null, points: 1, reasons: { unstated: 1 } },
  ],
}

async function open() {
  const { wrapper } = await mountScreen(ReviewStatisticsScreen)
  await vi.waitFor(() => expect(wrapper.text()).not.toContain('正在取'))
  return wrapper
}

describe('what is sent back', () => {
  it('is told by reason, month, item and engineer, each with its number', async () => {
    held.server = SAID
    const wrapper = await open()
    const rows = wrapper.findAll('section').map((one) => one.findAll('tbody tr').map((row) => row.text()))
    expect(rows).toEqual([
      ['照片不清楚3', '没写原因（旧版应用）2'],
      ['2026-115 处3/20'],
      ['风扇与滤网照片不清楚 3、没写原因（旧版应用） 14', '整轮没写原因（旧版应用） 11'],
      ['维护工程师01照片不清楚 3、没写原因（旧版应用） 23/25'],
    ])
    expect(wrapper.text()).toContain('8%')
  })

  it('asks again for another window', async () => {
    held.server = SAID
    const wrapper = await open()
    await wrapper.findAll('option')[2]?.setValue()
    await vi.waitFor(() => expect(held.asked.at(-1)).toBe(365))
  })

  it('says when nothing was sent back, and when there is no network', async () => {
    held.server = { ...SAID, sent_back: 0, points: 0, reasons: {}, months: [], people: [], items: [] }
    expect((await open()).text()).toContain('这段时间没有退回')
    held.server = null
    expect((await open()).text()).toContain('要联网才能看')
  })
})
