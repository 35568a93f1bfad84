import { expect, it } from 'vitest'
import { named, searchAssets } from '@/components/intake/assetSearch'
import type { Asset, AssetRow, Place, Tag } from '@/domain/types'

const room = { id: 'r', parent_id: null, kind: 'room', code: 'H', name_zh: '指挥大厅', name_en: 'Control hall', ordinal: 1 } as Place
const row = (code: string, name_zh: string, name_en: string, place: Place | null, tag: string): AssetRow => ({
  asset: { id: code, code, name_zh, name_en, brand: null, model: null, serial: null, position: null } as unknown as Asset,
  place, room: place, tag: { code: tag } as Tag, open_tickets: 0,
})
const assets = [
  named(row('VW-01', '拼接屏控制器', 'Wall controller', room, '7K3M2QC'), '实时显示'),
  named(row('UPS-01', 'UPS 主机', 'UPS host', null, 'ABCDEF2'), 'UPS'),
  named(row('UPS-02', 'UPS 备机', 'UPS spare', null, 'GHJKLM3'), 'UPS'),
]
const find = (typed: string): string[] => searchAssets(assets, typed, 8).map(({ asset }) => asset.code)

it.each([
  ['vw01', ['VW-01']],
  ['ups', ['UPS-01', 'UPS-02']],
  ['ups-02', ['UPS-02']],
  ['7k3-m2q', ['VW-01']],
  ['大厅 屏', ['VW-01']],
  ['大厅拼接屏', ['VW-01']],
  ['hall wall', ['VW-01']],
  ['备机', ['UPS-02']],
  ['空调', []],
  ['', []],
])('finds by rough words: %s', (typed, found) => {
  expect(find(typed)).toEqual(found)
})
