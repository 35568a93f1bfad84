import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ConflictView, Decision, ParkedView } from '@/domain/types'
import { mountScreen } from '../../support/mountScreen'

const said = vi.hoisted(() => ({ settled: [] as unknown[], drafts: new Map<string, unknown>(), answer: { outcome: 'applied' } as unknown, roles: ['engineer'] }))
vi.mock('@/composables/useClock', async () => {
  const { ref: make } = await import('vue')
  return { useClock: () => make(new Date('2026-11-22T06:02:00Z')) }
})
vi.mock('@/composables/useSession', async () => {
  const { ref } = await import('vue')
  return { useSession: () => ({ projects: ref([]), projectId: ref(null), person: ref(null), can: (...roles: string[]) => roles.some((role) => said.roles.includes(role)) }) }
})
vi.mock('@/actions/settleConflict', () => ({ settleConflict: (_conflict: unknown, choice: string) => (said.settled.push(choice), Promise.resolve(said.answer as Decision)) }))
vi.mock('@/actions/settleParked', () => ({ settleParked: (op: string, choice: string) => (said.settled.push([op, choice]), Promise.resolve(said.answer as Decision)) }))
vi.mock('@/actions/saveDraft', () => ({ saveDraft: (key: string, value: unknown) => (said.drafts.set(key, value), Promise.resolve()) }))
vi.mock('@/actions/loadDraft', () => ({ loadDraft: (key: string) => Promise.resolve(said.drafts.get(key) ?? null) }))
const { default: ConflictCard } = await import('@/screens/sync/ConflictCard.vue')
const { default: RefusedCard } = await import('@/screens/sync/RefusedCard.vue')

const mine = { value: 'normal', by: 'me', member: null, at: '2026-11-22T05:41:00Z', is_mine: true, choice: 'take' }
const theirs = {
  value: 'abnormal', by: 'other', at: '2026-11-22T05:52:00Z', is_mine: false, choice: 'keep',
  member: { display_name_zh: '维护工程师02', display_name_en: 'Engineer 02' },
}
const view = {
  conflict: { id: 'c1', field: 'value' }, round: null, item: null, title_zh: '硬盘状态灯', title_en: 'Disk lamps',
  asset: { name_zh: '磁盘阵列', name_en: 'Disk array', code: 'DS-01' },
  standing: theirs, kept: mine, mine, theirs, answer: { severity: 3, seen: '7 号盘黄灯' },
} as unknown as ConflictView
const parked = {
  op: 'op1', name: 'answer_item', at: '2026-11-22T04:00:00Z', doc_id: null, round: null, asset: null, item: null, body: { edits: [{ set: { seen: '滤网积灰' } }] },
  refusal: { op: 'op1', code: 'sealed', reason: 'sealed', message: null },
} as unknown as ParkedView
const press = (wrapper: Awaited<ReturnType<typeof mountScreen>>['wrapper'], text: string) =>
  wrapper.findAll('button').find((button) => button.text() === text)?.trigger('click')

beforeEach(() => Object.assign(said, { settled: [], answer: { outcome: 'applied' }, roles: ['engineer'] }))

describe('a difference', () => {
  it('shows both values with their authors, the one that stands outlined', async () => {
    const { wrapper } = await mountScreen(ConflictCard, { props: { view } })
    const [first, second] = wrapper.findAll('.vs > div')
    expect(first?.text()).toContain('您·13:41')
    expect(first?.text()).toContain('正常')
    expect(second?.text()).toContain('维护工程师02·13:52')
    expect(second?.classes()).toContain('lead-v')
    expect(wrapper.text()).toContain('暂按较重的“异常”处理')
  })
  it('is settled by taking one side', async () => {
    const { wrapper } = await mountScreen(ConflictCard, { props: { view } })
    await press(wrapper, '用我的')
    await flushPromises()
    await press(wrapper, '用对方')
    expect(said.settled).toEqual(['take', 'keep'])
  })
  it('stays with both values when there is no network to decide in', async () => {
    said.answer = { outcome: 'offline' }
    const { wrapper } = await mountScreen(ConflictCard, { props: { view } })
    await press(wrapper, '用我的')
    await flushPromises()
    expect(wrapper.find('[role=alert]').exists()).toBe(true)
    expect(wrapper.findAll('.vs > div')).toHaveLength(2)
  })
  it('left to the manager stops asking, also after a restart', async () => {
    const { wrapper } = await mountScreen(ConflictCard, { props: { view } })
    await press(wrapper, '交经理定')
    expect(wrapper.text()).toContain('已交服务经理定')
    const again = await mountScreen(ConflictCard, { props: { view } })
    await flushPromises()
    expect(again.wrapper.text()).toContain('已交服务经理定')
    expect(said.settled).toEqual([])
  })
})

describe('refused work', () => {
  it('says why and shows what was typed, and offers an engineer no decision', async () => {
    const { wrapper } = await mountScreen(RefusedCard, { props: { parked } })
    expect(wrapper.text()).toContain('没被接受：这一轮已封存，不能再改')
    expect(wrapper.text()).not.toContain('接纳')
    await press(wrapper, '详情')
    expect(wrapper.text()).toContain('滤网积灰')
  })
  it('is accepted or set aside by a supervisor', async () => {
    said.roles = ['supervisor']
    const { wrapper } = await mountScreen(RefusedCard, { props: { parked } })
    await press(wrapper, '放在一边')
    expect(said.settled).toEqual([['op1', 'set_aside']])
  })
})
