import type { Ref } from 'vue'
import { documentsOf, documentsOfType, getDocument } from '../db/documents'
import type { PersonDatabase } from '../db/personDatabase'
import { projectIdOf } from '../db/roundFacts'
import { roomOf } from '../domain/places'
import type { Asset, AssetMoment, AssetView, Template, TemplateItem } from '../domain/types'
import { readingsId } from '../rules/ids'
import { itemsOf } from '../rules/items'
import type { Phone } from '../sync/phone'
import { docsInProject } from './inProject'
import { live } from './live'

/** An asset: what it is, tickets, readings, history. */
export function useAsset(id: Ref<string>): Readonly<Ref<AssetView | null>> {
  return live((phone) => readAsset(phone, id.value), id)
}

async function readAsset({ db }: Phone, id: string): Promise<AssetView | null> {
  const asset = await getDocument(db, 'asset', id)
  const projectId = projectIdOf((await db.documents.get(id))?.stream ?? null)
  if (asset === null || projectId === null) return null
  const [placeList, tags, tickets, readings, points, history] = await Promise.all([
    docsInProject(db, 'place', projectId),
    documentsOf(db, 'tag', 'asset_id', id),
    documentsOf(db, 'ticket', 'asset_id', id),
    getDocument(db, 'readings', readingsId(id)),
    documentsOf(db, 'route_point', 'asset_id', id),
    readHistory(db, id),
  ])
  const places = new Map(placeList.map((place) => [place.id, place]))
  return {
    asset, readings, history,
    reading_items: await readingItems(db, asset),
    place: places.get(asset.place_id ?? '') ?? null,
    room: roomOf(asset.place_id, places),
    tag: tags.find((tag) => tag.revoked_at === null) ?? null,
    revoked_tags: tags.filter((tag) => tag.revoked_at !== null),
    open_tickets: tickets.filter((ticket) => ticket.is_open),
    points: points.sort((a, b) => a.ordinal - b.ordinal),
    ends: { a: places.get(asset.end_a_id ?? '') ?? null, b: places.get(asset.end_b_id ?? '') ?? null },
  }
}

/** Of the newest version of each template: a reading keeps its check_key over versions. */
async function readingItems(db: PersonDatabase, asset: Asset): Promise<TemplateItem[]> {
  const newest = new Map<string, Template>()
  for (const template of await documentsOfType(db, 'template')) {
    if ((newest.get(template.key)?.version ?? 0) < template.version) newest.set(template.key, template)
  }
  const items = [...newest.values()].flatMap((template) => itemsOf(template, asset)).filter((item) => item.kind === 'reading')
  return [...new Map(items.map((item) => [item.check_key, item])).values()]
}

/** Who was here, and what was found; from the rounds that are still on this phone. */
async function readHistory(db: PersonDatabase, assetId: string): Promise<AssetMoment[]> {
  const [scans, answers] = await Promise.all([documentsOf(db, 'scan', 'asset_id', assetId), documentsOf(db, 'answer', 'asset_id', assetId)])
  const visits = scans.map(async (scan): Promise<AssetMoment> => ({
    at: scan.at, by: scan.by, round: await getDocument(db, 'round', scan.round_id), scan, answer: null, item: null,
  }))
  const findings = answers.filter((answer) => answer.value === 'abnormal').map(async (answer): Promise<AssetMoment> => {
    const round = await getDocument(db, 'round', answer.round_id)
    const template = await getDocument(db, 'template', round?.template_id ?? null)
    const item = template?.items.find(({ check_key }) => check_key === answer.check_key) ?? null
    return { at: answer.answered_at ?? '', by: answer.answered_by, round, scan: null, answer, item }
  })
  return (await Promise.all([...visits, ...findings])).sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
}
