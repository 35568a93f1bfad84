import type { VueWrapper } from '@vue/test-utils'
import { nextTick, ref } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AssetView, Tag } from '@/domain/types'
import TagPanel from '@/components/assets/TagPanel.vue'
import { mountScreen } from '../../support/mountScreen'
import { anAsset, aScan } from '../review/aReview'

const held = vi.hoisted(() => ({ view: null as unknown, reports: new Map<string, unknown>(), supervisor: true }))
const acts = vi.hoisted(() => ({ issueTag: vi.fn(), revokeTag: vi.fn() }))
vi.mock('@/composables/useAsset', () => ({ useAsset: () => ref(held.view) }))
vi.mock('@/composables/useTagReports', () => ({ useTagReports: () => ref(held.reports) }))
vi.mock('@/composables/useClock', () => ({ useClock: () => ref(new Date('2026-11-22T15:10:00+08:00')) }))
vi.mock('@/composables/useSession', () => ({
  useSession: () => ({ can: () => held.supervisor, projectId: ref('project-1'), projects: ref([]), person: ref(null), roles: ref([]) }),
}))
vi.mock('@/actions/issueTag', () => ({ issueTag: acts.issueTag }))
vi.mock('@/actions/revokeTag', () => ({ revokeTag: acts.revokeTag }))

const aTag = (id: string, code: string, with_: Partial<Tag> = {}): Tag => ({
  id, asset_id: 'ac-01', code, check: 'A', issued_at: '2026-11-17T08:00:00+08:00', revoked_at: null, revoked_reason: null, replaced_by_id: null, ...with_,
})
const old = aTag('t-0', 'ZZJN46Y', { revoked_at: '2026-11-20T09:00:00+08:00', revoked_reason: '磨损', replaced_by_id: 't-1' })
const current = aTag('t-1', 'GSEPW5G')
const aView = (with_: Partial<AssetView>): AssetView => ({
  asset: anAsset('ac-01'), place: null, room: null, tag: current, revoked_tags: [old], open_tickets: [], readings: null,
  reading_items: [], points: [], ends: { a: null, b: null }, history: [], ...with_,
})

let page: VueWrapper
async function open(with_: Partial<AssetView> = {}): Promise<void> {
  held.view = aView(with_)
  page = (await mountScreen(TagPanel, { props: { assetId: 'ac-01' } })).wrapper
}
async function press(label: string, reason?: string): Promise<void> {
  await page.findAll('button').find((button) => button.text().includes(label))?.trigger('click')
  await nextTick()
  if (reason === undefined) return
  await page.find('dialog[open] textarea').setValue(reason)
  await page.find('dialog[open] form').trigger('submit')
  await nextTick()
}
beforeEach(() => {
  held.supervisor = true
  held.reports = new Map()
  for (const act of Object.values(acts)) act.mockReset().mockResolvedValue({ outcome: 'applied' })
})
afterEach(() => { page.unmount() })

describe('the tag of an asset', () => {
  it('replacing issues a new one, with the reason', async () => {
    await open()
    await press('换新标签', '扫不出')
    expect(acts.revokeTag).toHaveBeenCalledWith(current, '扫不出', { replace: true })
  })

  it('revoking issues none (regression)', async () => {
    await open()
    await press('作废', '设备停用')
    expect(acts.revokeTag).toHaveBeenCalledWith(current, '设备停用', { replace: false })
  })

  it('without a reason neither happens', async () => {
    await open()
    await press('作废', '  ')
    expect(acts.revokeTag).not.toHaveBeenCalled()
    expect(page.text()).toContain('请写原因。')
  })

  it('an old one says what replaced it, and why', async () => {
    await open()
    expect(page.text()).toContain('换成 GSE-PW5G·磨损')
  })

  it('where none is in use one can be issued', async () => {
    await open({ tag: null })
    await press('发新标签')
    expect(acts.issueTag).toHaveBeenCalledWith(anAsset('ac-01'))
  })

  it('says where it could not be read', async () => {
    held.reports = new Map([['ac-01', [aScan('ac-01', '2026-11-22T09:00:00+08:00', { method: 'unreadable', reason: '撕掉一半' })]]])
    await open()
    expect(page.text()).toContain('读不出 1 次')
    expect(page.text()).toContain('撕掉一半')
  })

  it('only a supervisor changes tags; everybody prints', async () => {
    held.supervisor = false
    await open()
    expect(page.findAll('button')).toHaveLength(0)
    expect(page.find('a[href*="labels.pdf"]').exists()).toBe(true)
  })

  it('without a network it says so', async () => {
    acts.revokeTag.mockResolvedValue({ outcome: 'offline' })
    await open()
    await press('作废', '设备停用')
    await nextTick()
    expect(page.text()).toContain('没有信号，这一步没有发出')
  })
})
