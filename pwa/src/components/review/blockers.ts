/** What stands between a round and its seal, each with the item that leads to it. The server judges again. */
import type { ItemCell, PhotoView, Review } from '@/domain/types'
import { cellsOf } from './lookedAt'

export type BlockerKind = 'moved' | 'conflicts' | 'missing' | 'signatures' | 'photos'
export interface Blocker {
  readonly kind: BlockerKind
  readonly count: number
  /** Where to look: an item's key; null when it hangs on no item (a client's seal, the form). */
  readonly cell_key: string | null
}

/** Bytes that the server does not hold and nobody has given up. */
export const isOutstanding = ({ photo, state }: PhotoView): boolean =>
  photo.withdrawn_at === null && state !== 'verified' && state !== 'lost'

/** Parties whose signature is not there, or does not stand any more. */
const unsigned = ({ book: { signed } }: Review): number =>
  Number(!signed.engineer || !signed.engineer_stands) + Number(!signed.client || !signed.client_stands)

/** In the order in which a person clears them; photos last, because they come by themselves. */
export function blockersOf(review: Review, moved: number): Blocker[] {
  const { book, blockers } = review
  const cells = cellsOf(book)
  const first = (match: (cell: ItemCell) => boolean) => cells.find(match)?.key ?? null
  const all: Blocker[] = [
    { kind: 'moved', count: moved, cell_key: null },
    { kind: 'conflicts', count: blockers.conflicts, cell_key: first((cell) => cell.conflict?.state === 'open') },
    { kind: 'missing', count: blockers.missing, cell_key: first((cell) => cell.item.required && cell.missing !== null) },
    { kind: 'signatures', count: unsigned(review), cell_key: null },
    { kind: 'photos', count: blockers.photos, cell_key: first((cell) => cell.photos.some(isOutstanding)) },
  ]
  return all.filter(({ count }) => count > 0)
}
