/** Where a photo of a round belongs: its item, and which one of the item's photos it is. */
import type { ItemCell, PhotoView, RoundBook } from '@/domain/types'

export interface PhotoPlace {
  readonly view: PhotoView
  readonly cell: ItemCell | null
  /** From 1; of how many. */
  readonly n: number
  readonly of: number
}

export function placeOfPhoto(book: RoundBook, photoId: string): PhotoPlace | null {
  const cells = [...book.sheets.flatMap((sheet) => sheet.cells), ...book.round_cells]
  const cell = cells.find((one) => one.photos.some((view) => view.photo.id === photoId)) ?? null
  const views = cell?.photos ?? book.photos.filter((view) => view.photo.id === photoId)
  const at = views.findIndex((view) => view.photo.id === photoId)
  const view = views[at]
  return view ? { view, cell, n: at + 1, of: views.length } : null
}
