import type { Place } from './documents'

/** The room that a place is or lies in; null outside of any. */
export function roomOf(placeId: string | null, places: ReadonlyMap<string, Place>): Place | null {
  const seen = new Set<string>() // a wrong parent must not hang the screen
  for (let place = places.get(placeId ?? ''); place !== undefined && !seen.has(place.id); place = places.get(place.parent_id ?? '')) {
    if (place.kind === 'room') return place
    seen.add(place.id)
  }
  return null
}
