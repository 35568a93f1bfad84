import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import ClosureWord from '@/components/faults/ClosureWord.vue'
import type { ClientTicket } from '@/domain/types'
import { mountScreen } from '../../support/mountScreen'

const held = vi.hoisted(() => ({ said: [] as unknown[][] }))
vi.mock('@/components/tickets/useKeptText', () => ({ useKeptText: () => ref('') }))
vi.mock('@/composables/useSession', () => ({
  useSession: () => ({ projectId: ref('p1'), projects: ref([]), person: ref({ id: 'c', display_name_zh: '刘值班', display_name_en: 'Liu' }), can: () => true }),
}))
vi.mock('@/actions/sayAsClient', () => ({
  agreeAsClient: (...said: unknown[]) => (held.said.push(['agree', ...said]), Promise.resolve()),
  refuseAsClient: (...said: unknown[]) => (held.said.push(['refuse', ...said]), Promise.resolve()),
}))

const ticket = { id: 'ct1', ticket_id: 't1', state: 'resolved', heads: ['e1'] } as unknown as ClientTicket
async function asked(over: Partial<ClientTicket> = {}, language: 'zh-CN' | 'en' = 'zh-CN') {
  const { wrapper } = await mountScreen(ClosureWord, { props: { ticket: { ...ticket, ...over } }, language })
  const press = async (text: string) => {
    await wrapper.findAll('button').find((one) => one.text() === text)?.trigger('click')
  }
  const send = async () => {
    await wrapper.find('form').trigger('submit')
    await flushPromises()
  }
  return { wrapper, press, send }
}

beforeEach(() => {
  held.said = []
  document.body.innerHTML = ''
})

describe('the client’s word', () => {
  it('agrees, with a rating and words if they like', async () => {
    const { wrapper, press, send } = await asked()
    await press('已解决，同意关闭')
    await press('5')
    await wrapper.find('textarea').setValue('很快')
    await send()
    expect(held.said).toEqual([['agree', expect.objectContaining({ id: 'ct1' }), { name: '刘值班', text: '很快', rating: 5 }]])
  })

  it('refuses only with a reason', async () => {
    const { wrapper, press, send } = await asked()
    await press('没有解决')
    await send()
    expect(held.said).toEqual([])
    expect(wrapper.find('[role=alert]').text()).toBe('请写一句哪里还不对。')
    await wrapper.find('textarea').setValue('还在响')
    await send()
    expect(held.said).toEqual([['refuse', expect.objectContaining({ id: 'ct1' }), { name: '刘值班', reason: '还在响' }]])
  })

  it('is asked for in English too, and only of what is solved', async () => {
    expect((await asked({}, 'en')).wrapper.text()).toContain('Solved, close it')
    expect((await asked({ state: 'closed' })).wrapper.text()).toBe('')
  })
})
