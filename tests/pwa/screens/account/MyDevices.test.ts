import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import type { SignedInDevice } from '@/domain/types'
import MyDevices from '@/screens/account/MyDevices.vue'
import { mountScreen } from '../../support/mountScreen'

vi.mock('@/composables/useClock', () => ({ useClock: () => ref(new Date('2026-11-22T15:10:00+08:00')) }))

const device = (id: string, is_this: boolean, label: string | null = `Phone ${id}`): SignedInDevice =>
  ({ id, label, signed_in_at: '2026-11-20T01:00:00.000Z', last_seen_at: '2026-11-22T07:00:00.000Z', is_this })

/** The server behind fetch; `answers` decides over DELETE. */
let there: SignedInDevice[]
let answers: () => Response
const asked: string[] = []
const HEADERS = { 'content-type': 'application/json' }

beforeEach(() => {
  document.body.innerHTML = ''
  there = [device('d_1', true), device('d_2', false, null)]
  answers = () => new Response(null, { status: 204 })
  asked.length = 0
  vi.stubGlobal('fetch', (path: string, { method }: RequestInit) => {
    asked.push(`${method ?? ''} ${path}`)
    if (method === 'DELETE') return Promise.resolve(answers())
    return Promise.resolve(new Response(JSON.stringify({ protocol: 'roundsman/1', devices: there }), { headers: HEADERS }))
  })
})

const button = (text: string): HTMLButtonElement | undefined =>
  [...document.querySelectorAll('button')].filter((one) => one.textContent?.trim() === text).at(-1)

async function press(text: string): Promise<void> {
  button(text)?.click()
  await flushPromises()
}

async function opened(language: 'zh-CN' | 'en' = 'zh-CN') {
  const { wrapper } = await mountScreen(MyDevices, { language })
  await flushPromises()
  return wrapper
}

describe('where I am signed in', () => {
  it('lists every device with when it was seen, this one marked and without a way to end it', async () => {
    const page = await opened()
    const [mine, other] = page.findAll('li')
    expect(mine?.text()).toContain('Phone d_1')
    expect(mine?.text()).toContain('这台')
    expect(mine?.find('button').exists()).toBe(false)
    expect(other?.text()).toContain('未命名的设备')
    expect(other?.text()).toContain('上次联网')
  })

  it('asks before it ends another one, then shows the list without it', async () => {
    const page = await opened()
    await press('退出')
    expect(document.querySelector('dialog')?.textContent).toContain('没传完的内容会留着')
    expect(asked).not.toContain('DELETE /api/devices/d_2')
    there = [device('d_1', true)]
    await press('退出')
    expect(asked).toContain('DELETE /api/devices/d_2')
    expect(page.findAll('li')).toHaveLength(1)
  })

  it('is content with one that was signed out already', async () => {
    const page = await opened('en')
    answers = () => new Response(JSON.stringify({ code: 'not_found' }), { status: 404, headers: HEADERS })
    await press('Sign out')
    await press('Sign out')
    expect(page.text()).not.toContain('was not signed out')
  })

  it('says so when it did not work', async () => {
    const page = await opened('en')
    answers = () => new Response(JSON.stringify({ code: 'server_fault' }), { status: 500, headers: HEADERS })
    await press('Sign out')
    await press('Sign out')
    expect(page.text()).toContain('was not signed out')
    expect(page.findAll('li')).toHaveLength(2)
  })

  it('without a signal says that, and nothing is wrong', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    const page = await opened()
    expect(page.text()).toContain('没有信号')
    expect(page.findAll('li')).toHaveLength(0)
  })
})
