/** The list of assets as the server knows it; read online, never kept. */
import type { AssetIds, AssetPage, AssetWish, MeasuredHistory } from '../domain/types'
import { http, spokenByUs } from './http'

export async function getAssets(projectId: string, wish: AssetWish, after: string | null): Promise<AssetPage> {
  const query = queryOf(wish)
  if (after !== null) query.set('after', after)
  return spokenByUs(await http({ method: 'GET', path: `/api/projects/${projectId}/assets?${query.toString()}` })) as AssetPage
}

/** All that match, as many as can be changed at once. */
export async function getAssetIds(projectId: string, wish: AssetWish): Promise<AssetIds> {
  return spokenByUs(await http({ method: 'GET', path: `/api/projects/${projectId}/assets/ids?${queryOf(wish).toString()}` })) as AssetIds
}

/** Where the list as it is filtered is to be had as a file. */
export function assetsFile(projectId: string, wish: AssetWish, kind: 'xlsx' | 'csv', language: string): string {
  const query = queryOf(wish)
  query.set('language', language)
  return `/api/projects/${projectId}/assets.${kind}?${query.toString()}`
}

export async function getReadings(assetId: string, asked: { check: string | null; from: string | null; before: string | null }): Promise<MeasuredHistory> {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value !== null) query.set(name, value)
  return spokenByUs(await http({ method: 'GET', path: `/api/assets/${assetId}/readings?${query.toString()}` })) as MeasuredHistory
}

function queryOf({ text, category, place_id, state }: AssetWish): URLSearchParams {
  const query = new URLSearchParams()
  if (text) query.set('text', text)
  if (category != null) query.set('category', category)
  if (place_id != null) query.set('place', place_id)
  if (state != null) query.set('state', state)
  return query
}
