import type { Ref } from 'vue'
import { roomOf } from '../domain/places'
import type { AssetRow, AssetWish, Place } from '../domain/types'
import type { Phone } from '../sync/phone'
import { grouped } from './book/cells'
import { docsInProject, live } from './inProject'

/** Assets that match, in the order of their codes; the retired ones only where they are asked for. */
export function useAssets(filter: Readonly<Ref<AssetWish>>): Readonly<Ref<readonly AssetRow[] | null>> {
  return live((phone, projectId) => readAssets(phone, projectId, filter.value), filter)
}

export async function readAssets({ db }: Phone, projectId: string, wish: AssetWish): Promise<AssetRow[]> {
  const [assets, placeList, tags, tickets] = await Promise.all([
    docsInProject(db, 'asset', projectId), docsInProject(db, 'place', projectId), docsInProject(db, 'tag', projectId), docsInProject(db, 'ticket', projectId),
  ])
  const places = new Map(placeList.map((place) => [place.id, place]))
  const tagOf = new Map(tags.filter((tag) => tag.revoked_at === null).map((tag) => [tag.asset_id, tag]))
  const open = grouped(tickets.filter((ticket) => ticket.is_open), (ticket) => ticket.asset_id)
  const rows = assets.map((asset): AssetRow => ({
    asset,
    place: places.get(asset.place_id ?? '') ?? null,
    room: roomOf(asset.place_id, places),
    tag: tagOf.get(asset.id) ?? null,
    open_tickets: open.get(asset.id)?.length ?? 0,
  }))
  return rows.filter((row) => matches(row, wish, places)).sort((a, b) => (a.asset.code < b.asset.code ? -1 : 1))
}

function matches({ asset, tag }: AssetRow, { text, category, place_id, state }: AssetWish, places: ReadonlyMap<string, Place>): boolean {
  if (state == null ? asset.state === 'retired' : state !== 'any' && asset.state !== state) return false
  if (category != null && asset.category !== category) return false
  if (place_id != null && !liesIn(asset.place_id, place_id, places)) return false
  const wanted = (text ?? '').trim().toLowerCase()
  const texts = [asset.code, asset.name_zh, asset.name_en, asset.brand, asset.model, asset.serial, tag?.code]
  return wanted === '' || texts.some((one) => one?.toLowerCase().includes(wanted)) || tag?.code.toLowerCase() === wanted.replace(/[^0-9a-z]/g, '')
}

function liesIn(placeId: string | null, wanted: string, places: ReadonlyMap<string, Place>): boolean {
  const seen = new Set<string>()
  for (let id = placeId; id !== null && !seen.has(id); id = places.get(id)?.parent_id ?? null) {
    if (id === wanted) return true
    seen.add(id)
  }
  return false
}
