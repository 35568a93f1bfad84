import { flushPromises } from '@vue/test-utils'
import { defineComponent, h, ref, shallowRef } from 'vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Asset, RoundBook, RoundBrief, ScanResult, Tag } from '@/domain/types'
import { mountScreen } from '../../support/mountScreen'

const disk = vi.hoisted(() => ({ scans: [] as unknown[], opened: [] as string[], added: [] as string[], result: null as unknown, broken: false }))
vi.mock('@/actions/scanTag', () => ({ scanTag: () => Promise.resolve(disk.result) }))
vi.mock('@/actions/openRound', () => ({ openRound: ({ id }: { id: string }) => (disk.opened.push(id), Promise.resolve(id)) }))
vi.mock('@/actions/addAssetToRound', () => ({ addAssetToRound: (_round: string, asset: string) => (disk.added.push(asset), Promise.resolve()) }))
vi.mock('@/actions/recordScan', () => ({
  recordScan: (round: string, asset: Asset, proof: object) =>
    disk.broken ? Promise.reject(new Error('quota')) : (disk.scans.push({ round, asset: asset.id, ...proof }), Promise.resolve()),
}))
const { useScanFlow } = await import('@/screens/scan/useScanFlow')

const UPS = { id: 'ups', code: 'UPS-01', name_zh: 'UPS主机', name_en: 'UPS host' } as Asset
const TAG = { id: 'tag' } as Tag
const found = (in_round: boolean): ScanResult => ({ kind: 'asset', asset: UPS, tag: TAG, in_round })
const under_way = (id: string, started = true) => ({ id, started, round: { asset_ids: ['ups'], extra_asset_ids: null } }) as unknown as RoundBrief

async function scanner(round: string, briefs: RoundBrief[] = []) {
  let flow!: ReturnType<typeof useScanFlow>
  const aside: string[] = []
  const screen = defineComponent({
    setup() {
      flow = useScanFlow({ roundId: ref(round), book: shallowRef<RoundBook | null>(null), briefs: shallowRef(briefs), putAside: (text) => aside.push(text) })
      return () => h('i')
    },
  })
  const { router } = await mountScreen(screen, { at: '/scan' })
  return { flow, router, aside, at: () => router.currentRoute.value.fullPath }
}

beforeEach(() => Object.assign(disk, { scans: [], opened: [], added: [], result: null, broken: false }))

describe('a tag of this round', () => {
  it('is proof on disk first, then the asset', async () => {
    disk.result = found(true)
    const { flow, at } = await scanner('r1')
    await flow.handle('https://t/7K3M2QA#X', 'camera')
    expect(disk.scans).toEqual([{ round: 'r1', asset: 'ups', raw: 'https://t/7K3M2QA#X', method: 'camera', tag_id: 'tag' }])
    expect(at()).toBe('/rounds/r1/assets/ups')
  })
  it('opens a round that was not begun', async () => {
    disk.result = found(true)
    const { flow } = await scanner('r1', [under_way('r1', false)])
    await flow.handle('x', 'camera')
    expect(disk.opened).toEqual(['r1'])
  })
  it('moves nowhere when the proof is not on disk, and goes on once it is', async () => {
    disk.result = found(true)
    disk.broken = true
    const { flow, at } = await scanner('r1')
    await flow.handle('x', 'camera')
    expect(at()).toBe('/scan')
    expect(flow.saving.failed.value).toBe(true)
    disk.broken = false
    await flow.saving.again()
    expect(disk.scans).toHaveLength(1)
    expect(flow.saving.failed.value).toBe(false)
    expect(at()).toBe('/rounds/r1/assets/ups')
  })
  it('is handled once while it is being handled', async () => {
    disk.result = found(true)
    const { flow } = await scanner('r1')
    await Promise.all([flow.handle('x', 'camera'), flow.handle('x', 'camera')])
    expect(disk.scans).toHaveLength(1)
  })
})

describe('a tag of another room', () => {
  it('is asked about, not opened', async () => {
    disk.result = found(false)
    const { flow, at, aside } = await scanner('r1')
    await flow.handle('x', 'camera')
    expect(flow.problem.value).toMatchObject({ kind: 'other_room', asset: UPS })
    expect(at()).toBe('/scan')
    expect(aside).toEqual(['x'])
    expect(disk.scans).toEqual([])
  })
  it('joins this round when asked to, with the scan that was made', async () => {
    disk.result = found(false)
    const { flow, at } = await scanner('r1')
    await flow.handle('x', 'camera')
    await flow.addToRound()
    expect(disk.added).toEqual(['ups'])
    expect(disk.scans).toMatchObject([{ round: 'r1', raw: 'x' }])
    expect(at()).toBe('/rounds/r1/assets/ups')
  })
})

describe('without a round', () => {
  it('the only round under way that has the asset takes the scan', async () => {
    disk.result = found(false)
    const { flow, at } = await scanner('', [under_way('r7')])
    await flow.handle('x', 'camera')
    expect(disk.scans).toMatchObject([{ round: 'r7' }])
    expect(at()).toBe('/rounds/r7/assets/ups')
  })
  it('the record is shown, and nothing is written', async () => {
    disk.result = found(false)
    const { flow, at } = await scanner('')
    await flow.handle('x', 'camera')
    await flushPromises()
    expect(disk.scans).toEqual([])
    expect(at()).toBe('/assets/ups')
  })
})

describe('any other code', () => {
  const cases: ScanResult[] = [
    { kind: 'foreign', text: 'https://evil.example/pay', forged: false },
    { kind: 'unknown', code: '7K3M2QA' },
    { kind: 'bad_code', text: 'x' },
    { kind: 'revoked', tag: TAG, asset: UPS, replacement: null },
  ]
  it.each(cases)('of kind $kind is explained and never opened', async (result) => {
    disk.result = result
    const { flow, at } = await scanner('r1')
    await flow.handle('x', 'camera')
    expect(flow.problem.value?.kind).toBe(result.kind)
    expect(at()).toBe('/scan')
    expect(disk.scans).toEqual([])
    flow.dismiss()
    expect(flow.problem.value).toBeNull()
  })
})
