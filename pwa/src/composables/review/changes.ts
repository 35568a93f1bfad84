/** What a reviewer looks at first: findings, what is not as last time, and what is not as it was signed. */
import type { Answer, Forecast, ItemCell, Json, Review, ReviewChange, RoundBook, SignedCopy, SignedDifference } from '../../domain/types'
import { changesAfter } from '../../rules/signedContent'
import { forecast } from '../../rules/forecast'
import { sameReading } from '../../rules/readings'
import type { BookParts } from '../book/readBook'
import { currentContent, parsed } from '../book/signatures'

export function changesOf(book: RoundBook, previous: RoundBook | null): Review['changes'] {
  const before = new Map(cellsOfBook(previous).map((cell) => [cell.key, cell]))
  return cellsOfBook(book).map((cell): ReviewChange => {
    const earlier = before.get(cell.key) ?? null
    return { cell, before: earlier, kind: kindOf(cell, earlier), forecast: forecastOf(cell) }
  })
}

const cellsOfBook = (book: RoundBook | null): ItemCell[] => [...(book?.sheets ?? []).flatMap((sheet) => sheet.cells), ...(book?.round_cells ?? [])]

/** By this reading and those before it, even where later ones are known by now. */
function forecastOf({ item, answer, last_readings }: ItemCell): Forecast | null {
  if (item.kind !== 'reading' || !answer?.reading || !answer.answered_at) return null
  const { reading: value, answered_at: at, round_id } = answer
  return forecast(item, [...last_readings.filter((earlier) => Date.parse(earlier.at) <= Date.parse(at)), { value, at, round_id }])
}

function kindOf(cell: ItemCell, before: ItemCell | null): ReviewChange['kind'] {
  if (cell.answer?.value === 'abnormal') return 'finding'
  return before === null || isSame(cell.answer, before.answer) ? 'same' : 'changed'
}

function isSame(now: Answer | null, before: Answer | null): boolean {
  const chosen = (answer: Answer | null): string => [...(answer?.chosen ?? [])].sort().join()
  return (now?.value ?? null) === (before?.value ?? null) && sameReading(now?.reading ?? null, before?.reading ?? null) &&
    chosen(now) === chosen(before) && (now?.text ?? '') === (before?.text ?? '')
}

/** Fields that are no longer as the client signed them; without a client, as the engineer did. */
export function differencesOf(parts: BookParts, book: RoundBook): SignedDifference[] {
  const copy: SignedCopy | null = book.signed.client ?? book.signed.engineer
  if (copy === null || parts.template === null) return []
  const items = new Map(parts.template.items.map((item) => [item.check_key, item]))
  const assets = new Map(parts.assets.map((asset) => [asset.id, asset]))
  const members = new Map(parts.members.map((member) => [member.person_id, member]))
  const cells = new Map(cellsOfBook(book).map((cell) => [cell.key, cell]))
  return changesAfter(parsed(copy), currentContent(parts)).map((change) => {
    const item = items.get(change.check_key ?? '')
    const cell = cells.get(`${change.asset_id ?? '-'}/${change.check_key ?? ''}`)
    return {
      asset: assets.get(change.asset_id ?? '') ?? null,
      title_zh: item?.title_zh ?? '',
      title_en: item?.title_en ?? '',
      check_key: change.check_key,
      field: change.field,
      from: change.before as Json,
      to: change.after as Json,
      by: members.get(cell?.answer?.answered_by ?? '') ?? null,
    }
  })
}
