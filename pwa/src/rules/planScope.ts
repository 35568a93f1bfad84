/** Which assets a plan covers by its scope: those in use, in these places and of these categories (R1, R2). */
import type { Asset, Place, PlanScope } from '../domain/types'

type ScopedAsset = Pick<Asset, 'id' | 'code' | 'category' | 'place_id' | 'state'>
type PlaceInOrder = Pick<Place, 'id' | 'parent_id' | 'ordinal'>

/**
 * Ids in walking order: by place as the places are ordered, then by code. An empty list leaves nothing out.
 * A place stands for all that lies in it. What is a spare or retired is no part of any round.
 */
export function assetsInScope(scope: PlanScope, assets: readonly ScopedAsset[], places: readonly PlaceInOrder[]): string[] {
  const by_id = new Map(places.map((place) => [place.id, place]))
  return assets
    .filter(({ state, category }) => state === 'in_use' && (scope.categories.length === 0 || scope.categories.includes(category)))
    .map((asset) => ({ asset, path: pathTo(asset.place_id, by_id) }))
    .filter(({ path }) => scope.place_ids.length === 0 || path.some((place) => scope.place_ids.includes(place)))
    .sort((a, b) => byPlaces(a.path, b.path, by_id) || compare(a.asset.code, b.asset.code) || compare(a.asset.id, b.asset.id))
    .map(({ asset }) => asset.id)
}

/** The places in which it lies, the topmost first, itself last; empty for no place. A circle is gone round once. */
function pathTo(place: string | null, places: ReadonlyMap<string, PlaceInOrder>): string[] {
  const found: string[] = []
  for (let at = place; at !== null && !found.includes(at); at = places.get(at)?.parent_id ?? null) found.push(at)
  return found.reverse()
}

function byPlaces(a: readonly string[], b: readonly string[], places: ReadonlyMap<string, PlaceInOrder>): number {
  const [one, other] = [a, b].map((path) => path.filter((place) => places.has(place)))
  for (const [k, place] of (one ?? []).entries()) {
    const beside = other?.[k]
    if (beside === undefined) return 1
    const order = (places.get(place)?.ordinal ?? 0) - (places.get(beside)?.ordinal ?? 0) || compare(place, beside)
    if (order !== 0) return order
  }
  return (one?.length ?? 0) - (other?.length ?? 0)
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
