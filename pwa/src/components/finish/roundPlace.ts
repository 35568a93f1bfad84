import type { Place, Round } from '@/domain/types'

interface Names {
  name(of: { readonly name_zh: string; readonly name_en: string | null }): string
}

/** Name and place of a round; plans are often named after their place, which is then said once. */
export function roundPlace(format: Names, round: Round, place: Place | null): string[] {
  const name = format.name(round)
  const where = place ? format.name(place) : ''
  return name.includes(where) ? [name] : [name, where]
}
