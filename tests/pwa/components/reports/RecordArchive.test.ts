import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick, ref } from 'vue'
import RecordArchive from '@/components/reports/RecordArchive.vue'
import { NetworkError } from '@/domain/errors'
import type { ArchivedRecord, ArchivePage, ArchiveSearch, SealedRound } from '@/domain/types'
import { mountScreen } from '../../support/mountScreen'
import { anAsset, aRound } from '../review/aReview'

const held = vi.hoisted(() => ({ here: [] as unknown[], roles: ['engineer'], server: null as unknown, asked: [] as unknown[] }))
vi.mock('@/composables/archive/useSealedRounds', () => ({ useSealedRounds: () => ref(held.here) }))
vi.mock('@/api/records', () => ({
  getRecords: (_project: string, search: ArchiveSearch, offset: number) => {
    held.asked.push({ ...search, offset })
    if (held.server === null) return Promise.reject(new NetworkError('offline'))
    return Promise.resolve((held.server as (search: ArchiveSearch, offset: number) => ArchivePage)(search, offset))
  },
}))
vi.mock('@/composables/useSession', () => ({
  useSession: () => ({ can: (...asked: string[]) => asked.some((role) => held.roles.includes(role)), projectId: ref('p'), projects: ref([]), person: ref(null), roles: ref([]) }),
}))

const HASH = 'f'.repeat(64)
const aRecord = (round_id: string, day = '2025-03-02'): ArchivedRecord => ({
  round_id, number: `XJ-${round_id}`, name_zh: '每日巡检', name_en: 'Daily round', occurrence_date: day, sealed_at: `${day}T08:00:00Z`, seal_hash: HASH,
  staff: [{ display_name_zh: '维护工程师01', display_name_en: 'Engineer 01' }], assets: 5, findings: 0,
})
const onDevice = (id: string): SealedRound => ({
  round: aRound({ id, occurrence_date: '2026-11-20', state: 'sealed', sealed_at: '2026-11-20T08:00:00Z', seal_hash: HASH, number: `XJ-${id}` }),
  place: null, assets: [anAsset('ups-01')], staff: [], findings: [],
})
const aYear = Array.from({ length: 60 }, (_, at) => aRecord(`r-${at}`))
const serves = (all: readonly ArchivedRecord[]) => ({ text }: ArchiveSearch, offset: number): ArchivePage => {
  const found = all.filter((one) => one.number?.toLowerCase().includes(text.toLowerCase()))
  return { months: ['2025-03'], total: all.length, found: found.length, records: found.slice(offset, offset + 40) }
}
async function open(props: Record<string, unknown> = {}) {
  const { wrapper } = await mountScreen(RecordArchive, { props })
  await vi.waitFor(() => expect(held.asked.length).toBeGreaterThan(0))
  await nextTick()
  await nextTick()
  return { wrapper, rows: () => wrapper.findAll('li'), links: () => wrapper.findAll('a').map((link) => link.attributes('href')) }
}

beforeEach(() => {
  Object.assign(held, { here: [], roles: ['engineer'], server: null, asked: [] })
})
afterEach(() => {
  document.body.innerHTML = ''
})

describe('the archive of sealed records', () => {
  it('finds a record that left the device, with its PDF and its check page', async () => {
    held.server = serves([aRecord('r-1'), aRecord('r-2')])
    const { wrapper, rows, links } = await open()
    await expect.poll(() => rows()).toHaveLength(2)
    await wrapper.get('input[type=search]').setValue('xj-r-2')
    await expect.poll(() => rows()).toHaveLength(1)
    expect(links()).toEqual(['/api/rounds/r-2/record.pdf?lang=zh-CN', '/api/rounds/r-2/record.pdf?lang=both', `/verify/r-2?h=${'f'.repeat(16)}`])
  })

  it('leads a supervisor to the round itself, also where it left the device', async () => {
    Object.assign(held, { roles: ['supervisor'], here: [onDevice('r-1')], server: serves([aRecord('r-1'), aRecord('r-2')]) })
    const { rows, links } = await open()
    await expect.poll(() => rows()).toHaveLength(2)
    expect(links().filter((link) => link?.startsWith('/review/'))).toEqual(['/review/r-1', '/review/r-2'])
  })

  it('shows a year by parts', async () => {
    held.server = serves(aYear)
    const { wrapper, rows } = await open()
    await expect.poll(() => rows()).toHaveLength(40)
    await wrapper.findAll('button').find((button) => button.text().includes('还有 20 份'))?.trigger('click')
    await expect.poll(() => rows()).toHaveLength(60)
  })

  it('without a network shows what is on the device, and says that this is not all', async () => {
    held.here = [onDevice('r-1')]
    const { wrapper, rows } = await open()
    await expect.poll(() => wrapper.text()).toContain('下面只有还在这台设备上的')
    expect(rows()).toHaveLength(1)
  })

  it('begins with the words that a link brings', async () => {
    held.server = serves(aYear)
    await open({ words: 'UPS-01' })
    expect(held.asked[0]).toEqual({ month: '', text: 'UPS-01', offset: 0 })
  })

  it('says what makes a record where there is none', async () => {
    held.server = serves([])
    const { wrapper } = await open()
    expect(wrapper.text()).toContain('还没有封存的记录')
  })
})
