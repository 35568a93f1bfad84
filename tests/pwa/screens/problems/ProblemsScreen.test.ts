import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import type { ProblemView } from '@/composables/useProblems'
import ProblemScreen from '@/screens/problems/ProblemScreen.vue'
import ProblemsScreen from '@/screens/problems/ProblemsScreen.vue'
import { mountScreen } from '../../support/mountScreen'

const held = vi.hoisted(() => ({ views: [] as unknown[] }))
vi.mock('@/composables/useProblems', () => ({ useProblems: () => ref(held.views), useProblem: () => ref(held.views[0] ?? null) }))
vi.mock('@/composables/useClock', () => ({ useClock: () => ref(new Date('2026-11-22T15:10:00+08:00')) }))
vi.mock('@/composables/useSession', () => ({ useSession: () => ({ projectId: ref('p1'), projects: ref([]), person: ref(null), can: () => true }) }))

const view = {
  problem: { id: 'pr1', ticket_id: 't1', asset_id: 'a1', title: '风扇要在检修窗口更换', text: '备件 12 月到', state: 'open', raised_at: '2026-11-22T02:00:00Z', raised_by: 'anna' },
  ticket: { id: 't1', number: 'GD-0007', title_zh: '风扇异响', title_en: 'Fan noise' },
  asset: { id: 'a1', code: 'UPS-01', name_zh: '不间断电源', name_en: 'UPS' },
  by: { person_id: 'anna', display_name_zh: '安工', display_name_en: 'Anna' },
  work: { pending: 1, refused: null },
} as unknown as ProblemView

beforeEach(() => {
  held.views = [view]
  document.body.innerHTML = ''
})

describe('what repairs left over', () => {
  it('is listed with equipment, ticket, who and when, and leads to its page', async () => {
    const { wrapper } = await mountScreen(ProblemsScreen)
    for (const words of ['风扇要在检修窗口更换', '不间断电源 UPS-01', 'GD-0007', '安工', '10:00']) expect(wrapper.text()).toContain(words)
    expect(wrapper.find('a').attributes('href')).toBe('/problems/pr1')
  })

  it('has a page that leads to its ticket and its equipment', async () => {
    const { wrapper } = await mountScreen(ProblemScreen, { language: 'en' })
    expect(wrapper.text()).toContain('备件 12 月到')
    expect(wrapper.text()).toContain('noted by Anna')
    expect(wrapper.findAll('a').map((one) => one.attributes('href'))).toEqual(['/tickets/t1', '/assets/a1'])
  })

  it('is nothing where nothing was', async () => {
    held.views = []
    expect((await mountScreen(ProblemsScreen)).wrapper.text()).toContain('没有遗留问题。')
    expect((await mountScreen(ProblemScreen)).wrapper.text()).toContain('这个问题不在这台设备上。')
  })
})
