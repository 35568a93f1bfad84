import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick, ref } from 'vue'
import { useChosen } from '@/components/assets/useChosen'
import { useAssetList } from '@/composables/useAssetList'
import { describeAssets } from '@/actions/describeAssets'
import type { AssetWish } from '@/domain/types'
import { closePhone, currentPhone } from '@/sync/currentPhone'
import { TestPhone } from '../support/testPhone'
import { makeServer } from '../support/world'
import { using } from './support'

const api = vi.hoisted(() => ({ getAssets: vi.fn(), getAssetIds: vi.fn(), assetsFile: vi.fn() }))
vi.mock('@/api/assets', () => api)

let phone: TestPhone
beforeEach(async () => {
  phone = (await TestPhone.of(makeServer(), 'anna')).use()
  await phone.sync()
  for (const call of Object.values(api)) call.mockReset()
})
afterEach(() => {
  currentPhone.value = null
  closePhone()
})
const page = (ids: string[], next: string | null) => ({
  docs: ids.map((id) => ({ id, type: 'asset', fields: { code: id, name_zh: id, place_id: 'room1', state: 'in_use' } })), open_tickets: { a1: 2 }, count: 3, more_than: false, next,
})

describe('the list of assets', () => {
  it('comes from the server page by page, with places and open tickets', async () => {
    api.getAssets.mockImplementation((_project: string, _wish: AssetWish, after: string | null) => Promise.resolve(after === null ? page(['x1', 'a1'], 'a1') : page(['x9'], null)))
    const list = using(() => useAssetList(ref({ text: '机' })))
    await vi.waitFor(() => expect(list.rows.value?.map(({ asset }) => asset.id)).toEqual(['x1', 'a1']))
    expect(list.rows.value?.map(({ room, open_tickets }) => [room?.id, open_tickets])).toEqual([['room1', 0], ['room1', 2]])
    expect([list.count.value, list.has_more.value, list.from_device.value]).toEqual([3, true, false])
    await list.more()
    expect(list.rows.value?.map(({ asset }) => asset.id)).toEqual(['x1', 'a1', 'x9'])
    expect(list.has_more.value).toBe(false)
  })

  it('shows an own change before the server has it', async () => {
    api.getAssets.mockResolvedValue(page(['a1'], null))
    const list = using(() => useAssetList(ref({})))
    await vi.waitFor(() => expect(list.rows.value).toHaveLength(1))
    await describeAssets(['a1'], { state: 'spare' })
    await vi.waitFor(() => expect(list.rows.value?.[0]?.asset.state).toBe('spare'))
  })

  it('is the device\'s own, and says so, where the server cannot be reached', async () => {
    api.getAssets.mockRejectedValue(new Error('no answer'))
    const list = using(() => useAssetList(ref({ category: 'server' as const })))
    await vi.waitFor(() => expect(list.from_device.value).toBe(true))
    await vi.waitFor(() => expect(list.rows.value?.map(({ asset }) => asset.id)).toEqual(['a2']))
  })
})

describe('ticking assets', () => {
  it('all that match are asked of the server; another question unticks everything', async () => {
    api.getAssets.mockResolvedValue(page(['x1', 'a1'], 'a1'))
    api.getAssetIds.mockResolvedValue({ ids: ['x1', 'a1', 'x9'], more_than: false })
    const wish = ref<AssetWish>({})
    const { rows, ticks } = using(() => {
      const list = useAssetList(wish)
      return { rows: list.rows, ticks: useChosen(list.rows, wish) }
    })
    await vi.waitFor(() => expect(rows.value).toHaveLength(2))
    ticks.toggleShown()
    expect([ticks.chosen.value.size, ticks.all_shown.value]).toEqual([2, true])
    await ticks.chooseAll()
    expect(ticks.chosen.value.size).toBe(3)
    ticks.toggle('x9')
    expect([...ticks.chosen.value]).toEqual(['x1', 'a1'])
    wish.value = { text: 'x' }
    await nextTick()
    expect(ticks.chosen.value.size).toBe(0)
  })
})
