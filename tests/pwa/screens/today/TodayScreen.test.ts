import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { RoundBrief, Today } from '@/domain/types'
import { mountScreen } from '../../support/mountScreen'

const shown = vi.hoisted(() => ({ today: null as unknown }))
vi.mock('@/composables/useToday', async () => {
  const { ref: make } = await import('vue')
  return { useToday: () => make(shown.today) }
})
vi.mock('@/composables/useClock', async () => {
  const { ref: make } = await import('vue')
  return { useClock: () => make(new Date('2026-11-22T06:02:00Z')) }
})
vi.mock('@/composables/useRound', async () => {
  const { ref: make } = await import('vue')
  return { useRound: () => make(null) }
})
vi.mock('@/composables/useMembers', async () => {
  const { ref: make } = await import('vue')
  return { useMembers: () => make([]) }
})
vi.mock('@/composables/useSyncStatus', async () => {
  const { ref: make } = await import('vue')
  return { useSyncStatus: () => make(null) }
})
vi.mock('@/composables/useAppUpdate', async () => {
  const { ref: make } = await import('vue')
  return { useAppUpdate: () => ({ ready: make(false), round_under_way: make(false), apply: () => Promise.resolve() }) }
})
vi.mock('@/composables/useSession', async () => {
  const { ref: make } = await import('vue')
  const person = { display_name_zh: '维护工程师01', display_name_en: 'Engineer 01' }
  return { useSession: () => ({ projects: make([{ id: 'p', name_zh: '数字城管', name_en: 'City', time_zone: 'Asia/Shanghai' }]), projectId: make('p'), person: make(person), can: () => true }) }
})
const { default: TodayScreen } = await import('@/screens/today/TodayScreen.vue')

const COUNTS = { assets: 5, assets_done: 2, items: 35, filled: 14, normal: 13, abnormal: 1, not_applicable: 0, unmeasured: 0, photos: 0 }
const brief = (id: string, over: Partial<RoundBrief> = {}) =>
  ({
    id, name_zh: `巡检${id}`, name_en: id, round: null, plan: null, occurrence_date: '2026-11-22', due_at: '2026-11-22T10:00:00Z',
    phase: 'open', counts: COUNTS, place: null, started: true, ...over,
  }) as RoundBrief
const EMPTY: Today = { tickets: [], rounds: [], sent_back: [], unsigned: [], coming: [], missed: [], as_of: '2026-11-22T05:59:00Z' }
const today = async (over: Partial<Today> | null) => {
  shown.today = over && { ...EMPTY, ...over }
  return (await mountScreen(TodayScreen)).wrapper
}

beforeEach(() => { shown.today = null })

describe('Today', () => {
  it('says the day and the person', async () => {
    expect((await today({})).get('.bar').text()).toContain('11月22日 周日·维护工程师01')
  })
  it('has one filled button: the round under way, with where it stands', async () => {
    const wrapper = await today({ rounds: [brief('B', { started: false, phase: 'planned' }), brief('A')] })
    expect(wrapper.findAll('.btn.p').map((each) => each.text())).toEqual(['接着巡：扫第 3 台'])
    expect(wrapper.text()).toContain('进行中：2/5 台·14/35 项·1 项异常')
  })
  it('leaves a way to what was sent back', async () => {
    const wrapper = await today({ sent_back: [brief('Z', { phase: 'sent_back' })] })
    expect(wrapper.get('a[href="/rounds/Z/sent-back"]').text()).toContain('被退回：巡检Z')
  })
  it('leaves a way to what the client has still to sign', async () => {
    const wrapper = await today({ unsigned: [brief('W', { phase: 'submitted' })] })
    expect(wrapper.get('a[href="/rounds/W/submitted"]').text()).toContain('待甲方签字：巡检W')
    expect(wrapper.text()).not.toContain('今天没有安排')
  })
  it('names a limit that has passed', async () => {
    const wrapper = await today({ rounds: [brief('A', { due_at: '2026-11-22T04:00:00Z' })] })
    expect(wrapper.text()).toContain('已过时限 12:00')
  })
  it('names what was missed, once for each plan, and leaves a way to do it late', async () => {
    const plan = { id: 'daily' } as RoundBrief['plan']
    const missed = (id: string, occurrence_date: string) => brief(id, { occurrence_date, plan, phase: 'planned', started: false, missed: true })
    const wrapper = await today({ missed: [missed('new', '2026-11-21'), missed('old', '2026-11-20')] })
    expect(wrapper.get('a[href="/rounds/new/door"]').text()).toContain('11月21日 周六 漏检，仍可补做')
    expect(wrapper.text()).not.toContain('巡检old')
    expect(wrapper.text()).not.toContain('今天没有安排')
  })
  it('says that nothing is due, and what can be done', async () => {
    expect((await today({})).text()).toContain('今天没有安排。可以扫任意设备看记录。')
  })
  it('shows grey rows only before the very first data', async () => {
    expect((await today({ as_of: null })).text()).toContain('正在把 数字城管 的资料放进手机，第一次要联网')
    expect((await today(null)).find('[role=status]').exists()).toBe(false)
  })
})
