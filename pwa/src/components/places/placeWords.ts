import type { PlaceFacts } from '@/actions/describePlace'
import type { PlaceLine } from '@/composables/usePlaces'

export const KINDS = ['site', 'room', 'rack'] as const
export type PlaceWords = Omit<PlaceFacts, 'ordinal'>

/** Assets in each place with all that lies in it. */
export function countsBelow(tree: readonly PlaceLine[], right_there: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  const open: { id: string; depth: number }[] = []
  for (const { place, depth } of tree) {
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop()
    open.push({ id: place.id, depth })
    for (const { id } of open) sums.set(id, (sums.get(id) ?? 0) + (right_there.get(place.id) ?? 0))
  }
  return sums
}

/** The places beside this one, in their order. */
export function besides(tree: readonly PlaceLine[], id: string): readonly string[] {
  const line = tree.find(({ place }) => place.id === id)
  return line ? tree.filter(({ place, depth }) => depth === line.depth && place.parent_id === line.place.parent_id).map(({ place }) => place.id) : []
}

/** Ordinals, all from 1, after one place was moved a step up or down; empty where there is no step. */
export function movedBy(tree: readonly PlaceLine[], id: string, step: -1 | 1): ReadonlyMap<string, { ordinal: number }> {
  const order = [...besides(tree, id)]
  const at = order.indexOf(id)
  const other = order[at + step]
  if (other === undefined) return new Map()
  order[at] = other
  order[at + step] = id
  return new Map(order.map((one, k) => [one, { ordinal: k + 1 }]))
}
