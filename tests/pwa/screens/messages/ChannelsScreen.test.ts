import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ref, shallowRef } from 'vue'
import type { Channel, Channels } from '@/domain/types'
import ChannelsScreen from '@/screens/messages/ChannelsScreen.vue'
import { mountScreen } from '../../support/mountScreen'

const held = vi.hoisted(() => ({ found: null as unknown, unread: false, asked: [] as unknown[] }))
vi.mock('@/composables/useChannels', () => ({
  useChannels: () => ({ found: shallowRef(held.found), unread: ref(held.unread), reload: () => Promise.resolve() }),
}))
vi.mock('@/composables/useClock', () => ({ useClock: () => ref(new Date('2026-11-22T15:10:00+08:00')) }))
vi.mock('@/composables/useSession', () => ({
  useSession: () => ({ projectId: ref('p1'), projects: ref([]), person: ref(null), can: () => true, canSomewhere: () => true }),
}))
vi.mock('@/actions/changeChannel', () => {
  const says = (name: string) => (...args: unknown[]) => (held.asked.push([name, ...args]), Promise.resolve({ outcome: 'applied' }))
  return { changeChannel: says('change'), disableChannel: says('disable'), testChannel: says('test') }
})

const group: Channel = {
  id: 'c1', kind: 'wecom', name: '值班群', host: 'qyapi.weixin.qq.com', has_secret: false, language: 'zh-CN', kinds: ['near', 'past'], least_severity: 2,
  disabled_at: null, last_sent_at: '2026-11-22T07:00:00.000Z', waiting: 2,
}
const lies = (channels: readonly Channel[], mail = true): void => { held.found = { mail, channels } satisfies Channels }

beforeEach(() => {
  Object.assign(held, { found: null, unread: false, asked: [] })
  document.body.innerHTML = ''
})
const open = () => mountScreen(ChannelsScreen)
type Page = Awaited<ReturnType<typeof open>>['wrapper']
const press = async (page: Page, text: string): Promise<void> => {
  await page.findAll('button').find((one) => one.text() === text)?.trigger('click')
  await flushPromises()
}

describe('where messages go', () => {
  it('is listed with what goes there and what waits', async () => {
    lies([group])
    const { wrapper } = await open()
    for (const words of ['值班群', '企业微信群机器人', 'qyapi.weixin.qq.com', '快到时限、已超时', 'II级及更重', '2 条等着发']) expect(wrapper.text()).toContain(words)
    expect(wrapper.text()).not.toContain('messages.')
  })

  it('is tried and switched off, the latter after a question', async () => {
    lies([group])
    const { wrapper } = await open()
    await press(wrapper, '发一条测试')
    expect(wrapper.text()).toContain('已交给服务器去发')
    await press(wrapper, '停用')
    expect(held.asked).toEqual([['test', 'p1', 'c1']])
    await wrapper.findAll('dialog button').find((one) => one.text() === '停用')?.trigger('click')
    expect(held.asked).toContainEqual(['disable', 'p1', 'c1'])
  })

  it('is added with a name and an address, and says what is lacking', async () => {
    lies([], false)
    const { wrapper } = await open()
    expect(wrapper.text()).toContain('没有设置发邮件')
    await press(wrapper, '加一个渠道')
    await wrapper.get('dialog form').trigger('submit')
    expect(wrapper.text()).toContain('请写一个名称')
    expect(wrapper.text()).toContain('请填地址')
    const [name, address] = wrapper.findAll('dialog input.box')
    await name?.setValue('值班群')
    await address?.setValue('https://qyapi.weixin.qq.com/x')
    await wrapper.get('dialog form').trigger('submit')
    await flushPromises()
    const wishes = { kind: 'wecom', name: '值班群', kinds: [], least_severity: 4, language: 'zh-CN', address: 'https://qyapi.weixin.qq.com/x' }
    expect(held.asked).toEqual([['change', 'p1', wishes, null]])
  })

  it('is changed without typing the address again', async () => {
    lies([group])
    const { wrapper } = await open()
    await press(wrapper, '修改')
    await wrapper.findAll('dialog input.box')[0]?.setValue('夜班群')
    await wrapper.get('dialog form').trigger('submit')
    await flushPromises()
    const wishes = { kind: 'wecom', name: '夜班群', kinds: ['near', 'past'], least_severity: 2, language: 'zh-CN' }
    expect(held.asked).toEqual([['change', 'p1', wishes, 'c1']])
  })

  it('says so where it cannot be read', async () => {
    held.unread = true
    const { wrapper } = await open()
    expect(wrapper.text()).toContain('没有信号')
  })
})
