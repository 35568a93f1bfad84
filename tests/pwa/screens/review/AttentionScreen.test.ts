import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ref, shallowRef } from 'vue'
import type { AttentionDesk } from '@/composables/useAttentionDesk'
import type { Decision, FailingMessage, TroubledJob } from '@/domain/types'
import AttentionScreen from '@/screens/review/AttentionScreen.vue'
import { mountScreen } from '../../support/mountScreen'

const held = vi.hoisted(() => ({ desk: null as AttentionDesk | null, roles: ['supervisor'], answer: { outcome: 'applied' } as Decision, retried: [] as unknown[], givenUp: [] as unknown[] }))
vi.mock('@/composables/useAttentionDesk', () => ({ useAttentionDesk: () => held.desk }))
vi.mock('@/composables/useAttention', () => ({ useAttention: () => ref({ conflicts: [], parked: [], waiting: [] }) }))
vi.mock('@/composables/useClock', () => ({ useClock: () => ref(new Date('2026-11-22T15:10:00+08:00')) }))
vi.mock('@/composables/useMembers', () => ({ useMembers: () => ref([]) }))
vi.mock('@/composables/useSession', () => ({
  useSession: () => ({ projectId: ref('p1'), projects: ref([]), person: ref(null), can: (...roles: string[]) => roles.some((role) => held.roles.includes(role)) }),
}))
vi.mock('@/actions/settleMessage', () => ({
  retryMessage: (...asked: unknown[]) => (held.retried.push(asked), Promise.resolve(held.answer)),
  giveUpMessage: (...asked: unknown[]) => (held.givenUp.push(asked), Promise.resolve(held.answer)),
}))
vi.mock('@/actions/retryJob', () => ({ retryJob: (...asked: unknown[]) => (held.retried.push(asked), Promise.resolve(held.answer)) }))

const job: TroubledJob = {
  id: 'j1', kind: 'check_blob', since: '2026-11-22T05:00:00Z', attempts: 7, next_at: '2026-11-22T08:00:00Z', trouble: 'no_space', error: 'OSError',
}

function lies(jobs: readonly TroubledJob[], messages: readonly FailingMessage[] = []): void {
  held.desk = { entries: shallowRef([]), jobs: shallowRef(jobs), messages: shallowRef(messages), trouble: shallowRef(null), reload: () => Promise.resolve() }
}

beforeEach(() => {
  Object.assign(held, { roles: ['supervisor'], answer: { outcome: 'applied' }, retried: [], givenUp: [] })
  document.body.innerHTML = ''
})

describe('work of the server that keeps failing', () => {
  it('is shown with what it is, since when, and why in plain words', async () => {
    lies([job])
    const { wrapper } = await mountScreen(AttentionScreen)
    expect(wrapper.text()).toContain('服务器一直没做成')
    expect(wrapper.text()).toContain('检查照片')
    expect(wrapper.text()).toContain('试了 7 次')
    expect(wrapper.text()).toContain('服务器空间不足')
    expect(wrapper.text()).not.toContain('review.')
  })

  it('is said in English as well, also what this app does not know yet', async () => {
    lies([{ ...job, kind: 'dream', trouble: 'nightmare' }])
    const { wrapper } = await mountScreen(AttentionScreen, { language: 'en' })
    expect(wrapper.text()).toContain('Work behind the scenes')
    expect(wrapper.text()).toContain('A fault of the program')
    expect(wrapper.text()).not.toContain('review.')
  })

  it('is tried again on a tap, once', async () => {
    lies([job])
    const { wrapper } = await mountScreen(AttentionScreen)
    const button = wrapper.findAll('button').find((one) => one.text() === '现在再试')
    await button?.trigger('click')
    await flushPromises()
    expect(held.retried).toEqual([['p1', 'j1']])
    expect(wrapper.text()).toContain('正在再试')
    expect(button?.attributes('disabled')).toBeDefined()
  })

  it('says that nothing was asked without a signal', async () => {
    lies([job])
    held.answer = { outcome: 'offline' }
    const { wrapper } = await mountScreen(AttentionScreen)
    await wrapper.findAll('button').find((one) => one.text() === '现在再试')?.trigger('click')
    await flushPromises()
    expect(wrapper.text()).toContain('没有信号')
    expect(wrapper.text()).not.toContain('正在再试')
  })

  it('leaves nothing to do when there is none', async () => {
    lies([])
    const { wrapper } = await mountScreen(AttentionScreen)
    expect(wrapper.text()).toContain('没有')
    expect(wrapper.text()).not.toContain('服务器一直没做成')
  })
})

const message: FailingMessage = {
  id: 'm1', kind: 'past', ticket_id: 't1', number: 'GD-0001', to_zh: '值班群', to_en: '值班群', since: '2026-11-22T05:00:00Z', attempts: 4,
  next_at: '2026-11-22T08:00:00Z', trouble: 'refused', detail: 'errcode 93000 invalid webhook url',
}

describe('a message that does not go out', () => {
  it('is shown with what it says, to whom, and why', async () => {
    lies([], [message])
    const { wrapper } = await mountScreen(AttentionScreen)
    for (const words of ['已超时·GD-0001', '发给 值班群', '试了 4 次', '没有接收', 'errcode 93000']) expect(wrapper.text()).toContain(words)
    expect(wrapper.text()).not.toMatch(/messages\.|review\./)
  })

  it('is sent again on a tap', async () => {
    lies([], [message])
    const { wrapper } = await mountScreen(AttentionScreen, { language: 'en' })
    await wrapper.findAll('button').find((one) => one.text() === 'Try again now')?.trigger('click')
    await flushPromises()
    expect(held.retried).toEqual([['p1', 'm1']])
    expect(wrapper.text()).toContain('Being sent again')
  })

  it('is given up only with a reason', async () => {
    lies([], [message])
    const { wrapper } = await mountScreen(AttentionScreen)
    await wrapper.findAll('button').find((one) => one.text() === '不再发')?.trigger('click')
    await flushPromises()
    await wrapper.get('dialog form').trigger('submit')
    expect(wrapper.text()).toContain('请写明理由')
    await wrapper.get('dialog textarea').setValue('群已解散')
    await wrapper.get('dialog form').trigger('submit')
    await flushPromises()
    expect(held.givenUp).toEqual([['p1', 'm1', '群已解散']])
  })
})
