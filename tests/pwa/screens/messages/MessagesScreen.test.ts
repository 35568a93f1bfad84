import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ref, shallowRef } from 'vue'
import type { Notice } from '@/domain/types'
import MessagesScreen from '@/screens/messages/MessagesScreen.vue'
import { mountScreen } from '../../support/mountScreen'

const held = vi.hoisted(() => ({ notices: null as unknown, read: [] as unknown[], project: 'p1', chosen: [] as string[], staff: true }))
vi.mock('@/composables/useNotices', () => ({ useNotices: () => shallowRef(held.notices) }))
vi.mock('@/composables/useClock', () => ({ useClock: () => ref(new Date('2026-11-22T15:10:00+08:00')) }))
vi.mock('@/composables/useSession', () => ({
  useSession: () => ({
    projectId: ref(held.project), projects: ref([]), person: ref(null), can: () => held.staff, canSomewhere: () => held.staff,
    chooseProject: (id: string) => held.chosen.push(id),
  }),
}))
vi.mock('@/actions/readNotices', () => ({ readNotices: (ids: string[]) => (held.read.push(ids), Promise.resolve()) }))

const notice = (id: string, more: Partial<Notice> = {}): Notice => ({
  id, kind: 'near', subject_project_id: 'p1', ticket_id: 't1', urgent: false, at: '2026-11-22T07:00:00.000Z', read_at: null,
  args: { number: 'GD-0001', title_zh: 'UPS-01·风扇异常', title_en: 'UPS-01 fan', severity: 2, clock: 'arrival', due_at: '2026-11-22T09:30:00.000Z' },
  ...more,
})

beforeEach(() => {
  Object.assign(held, { notices: [], read: [], project: 'p1', chosen: [], staff: true })
  document.body.innerHTML = ''
})

describe('messages', () => {
  it('say what happened, to what, by when, with those not seen apart', async () => {
    held.notices = [notice('n1'), notice('n2', { read_at: '2026-11-22T07:05:00.000Z', kind: 'escalated', args: { number: 'GD-0002', to_tier: 2 } })]
    const { wrapper } = await mountScreen(MessagesScreen)
    const [fresh, seen] = wrapper.findAll('section')
    for (const words of ['没看的', '到场快到时限', 'GD-0001·UPS-01·风扇异常', '截止 17:30', '新']) expect(fresh?.text()).toContain(words)
    expect(seen?.text()).toContain('已升到二线')
    expect(seen?.text()).not.toContain('新')
    expect(wrapper.text()).not.toContain('messages.')
  })

  it('lead to their ticket, in its project, and are seen then', async () => {
    held.notices = [notice('n1', { subject_project_id: 'p2' })]
    const { wrapper, router } = await mountScreen(MessagesScreen, { language: 'en' })
    await wrapper.get('.list button').trigger('click')
    await flushPromises()
    expect(held.read).toEqual([['n1']])
    expect(held.chosen).toEqual(['p2'])
    expect(router.currentRoute.value.path).toBe('/tickets/t1')
  })

  it('are all seen on one tap', async () => {
    held.notices = [notice('n1'), notice('n2')]
    const { wrapper } = await mountScreen(MessagesScreen)
    await wrapper.findAll('button').find((one) => one.text() === '都看过了')?.trigger('click')
    expect(held.read).toEqual([['n1', 'n2']])
  })

  it('of a kind that this app does not know yet are shown all the same', async () => {
    held.notices = [notice('n1', { kind: 'dream' })]
    const { wrapper } = await mountScreen(MessagesScreen)
    expect(wrapper.text()).toContain('有新消息')
  })

  it('are none, and it says so', async () => {
    const { wrapper } = await mountScreen(MessagesScreen)
    expect(wrapper.text()).toContain('没有消息')
  })
})
