import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import ClientReports from '@/components/reports/ClientReports.vue'
import type { ClientReport } from '@/domain/types'
import { closePhone, currentPhone } from '@/sync/currentPhone'
import { mountScreen } from '../../support/mountScreen'
import { TestPhone } from '../../support/testPhone'
import { makeServer } from '../../support/world'

const network = vi.hoisted(() => ({ online: true }))
vi.mock('@/composables/useOnline', () => ({ useOnline: () => ref(network.online) }))

const aReport = (id: string, sealed_at: string): Omit<ClientReport, 'id'> => ({
  round_id: `round-${id}`, number: id, name_zh: `每日巡检 ${id}`, name_en: id, occurrence_date: '2026-11-20', sealed_at, seal_hash: 'f'.repeat(64),
  counts: { assets: 2, items: 4, normal: 4, abnormal: 0 },
})
let phone: TestPhone
let page: VueWrapper
/** The paper itself is the server's. */
document.addEventListener('click', (event) => {
  event.preventDefault()
})

beforeEach(async () => {
  network.online = true
  const server = makeServer()
  server.insert('r1', 'client_report', 'org:o1', aReport('r1', '2026-11-20T10:00:00Z'))
  server.insert('r2', 'client_report', 'org:o1', aReport('r2', '2026-11-21T10:00:00Z'))
  phone = (await TestPhone.of(server, 'anna')).use()
  await phone.sync()
})
afterEach(() => {
  page.unmount()
  currentPhone.value = null
  closePhone()
  document.body.innerHTML = ''
})

async function open(): Promise<void> {
  page = (await mountScreen(ClientReports)).wrapper
  await expect.poll(() => page.findAll('article')).toHaveLength(2)
}
const news = (): string[] => page.findAll('article').filter((one) => one.find('.pill').exists()).map((one) => one.get('h2 > span').text())
const press = (words: string): Promise<void> | undefined => page.findAll('a, button').find((one) => one.text().includes(words))?.trigger('click')

describe('a client’s reports', () => {
  it('are new until they are opened on this device, and stay known after that', async () => {
    await open()
    await expect.poll(news).toEqual(['每日巡检 r2', '每日巡检 r1'])
    expect(page.text()).toContain('2 份还没在这台设备上打开过')
    await press('看记录')
    await expect.poll(news).toEqual(['每日巡检 r1'])
    page.unmount()
    await open()
    await expect.poll(news).toEqual(['每日巡检 r1'])
  })

  it('are all read at one press', async () => {
    await open()
    await expect.poll(news).toHaveLength(2)
    await press('全部标为看过')
    await expect.poll(news).toEqual([])
    expect(page.text()).not.toContain('打开过')
  })

  it('stay new where there is no network to open them, which is said', async () => {
    network.online = false
    await open()
    await expect.poll(news).toHaveLength(2)
    await press('看记录')
    await expect.poll(news).toHaveLength(2)
    expect(page.text()).toContain('PDF 要联网才能打开')
  })

  it('are marked for one person, not for another on the same device', async () => {
    await open()
    await press('全部标为看过')
    await expect.poll(news).toEqual([])
    page.unmount()
    phone = (await TestPhone.of(phone.server, 'bo')).use()
    await phone.sync()
    await open()
    await expect.poll(news).toHaveLength(2)
  })
})
