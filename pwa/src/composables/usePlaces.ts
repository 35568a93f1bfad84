import { computed, type Ref } from 'vue'
import { grouped } from './book/cells'
import { docsInProject, live } from './inProject'
import type { Place } from '../domain/types'

/** A place and how deep it lies, in the order of the tree. */
export interface PlaceLine { readonly place: Place; readonly depth: number }

export function usePlaces(): Readonly<Ref<readonly Place[] | null>> {
  return live(({ db }, project) => docsInProject(db, 'place', project))
}

/** The project's places as a tree read from top to bottom. */
export function usePlaceTree(): Readonly<Ref<readonly PlaceLine[] | null>> {
  const places = usePlaces()
  return computed(() => places.value && treeOf(places.value))
}

/** How many assets stand in each place on this device; the retired ones do not count. */
export function usePlaceCounts(): Readonly<Ref<ReadonlyMap<string, number> | null>> {
  return live(async ({ db }, project) => {
    const counts = new Map<string, number>()
    for (const { place_id, state } of await docsInProject(db, 'asset', project)) {
      if (place_id !== null && state !== 'retired') counts.set(place_id, (counts.get(place_id) ?? 0) + 1)
    }
    return counts
  })
}

export function treeOf(places: readonly Place[]): PlaceLine[] {
  const known = new Set(places.map(({ id }) => id))
  const below = grouped(places, ({ parent_id }) => (parent_id !== null && known.has(parent_id) ? parent_id : ''))
  const lines: PlaceLine[] = []
  const told = new Set<string>() // a wrong parent must not hang the screen
  const tell = (parent: string, depth: number): void => {
    for (const place of [...(below.get(parent) ?? [])].sort(byOrder)) {
      if (told.has(place.id)) continue
      told.add(place.id)
      lines.push({ place, depth })
      tell(place.id, depth + 1)
    }
  }
  tell('', 0)
  return lines
}

const byOrder = (a: Place, b: Place): number => a.ordinal - b.ordinal || (a.name_zh < b.name_zh ? -1 : 1)
