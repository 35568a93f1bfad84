/** What a round said when the person looked, and what has moved since: a decision is made on what was on the screen. */
import type { ItemCell, Json, RoundBook } from '@/domain/types'
import { cellKey } from '@/rules/items'

export type Facts = ReadonlyMap<string, Json>
export type FactKind = 'answer' | 'form' | 'photo' | 'comment' | 'scan' | 'event' | 'signed' | 'conflict'
export interface Moved {
  readonly kind: FactKind
  /** Cell key of an answer, photo, comment; asset of a scan; name of an event; field of the form. */
  readonly of: string
  readonly field: string
  readonly from: Json
  readonly to: Json
}

const ANSWERED = [
  'value', 'severity', 'reading', 'seen', 'indication', 'actual', 'remark', 'na_reason', 'unmeasurable_reason', 'overrule_reason',
] as const
const FORM = ['problem', 'solution', 'cause', 'equipment', 'suggestion', 'remark'] as const

const SEPARATOR = '|'
export const factKey = (kind: FactKind, of: string, field: string): string => [kind, of, field].join(SEPARATOR)

export function factsOf(book: RoundBook): Facts {
  const facts = new Map<string, Json>()
  const put = (kind: FactKind, of: string, field: string, value: Json) => {
    if (value !== null) facts.set(factKey(kind, of, field), value)
  }
  const cells = cellsOf(book)
  for (const cell of cells) for (const field of ANSWERED) put('answer', cell.key, field, cell.answer?.[field] ?? null)
  for (const field of FORM) put('form', 'round', field, book.round[field])
  for (const { photo } of book.photos) put('photo', pinKey(photo), photo.id, photo.withdrawn_at === null ? 'shown' : 'withdrawn')
  for (const comment of book.comments) {
    put('comment', pinKey(comment), comment.id, comment.withdrawn_at === null ? comment.text : null)
  }
  for (const { asset, scan } of book.sheets) put('scan', asset.id, scan?.id ?? '-', scan?.method ?? null)
  for (const event of book.events) put('event', event.name, event.id, event.at)
  for (const copy of [book.signed.engineer, book.signed.client]) if (copy) put('signed', copy.party, copy.id, copy.signer_name)
  for (const conflict of book.conflicts) put('conflict', cellOf(cells, conflict.doc_id)?.key ?? '-', conflict.id, conflict.state)
  return facts
}

/** What differs between two looks. `own`: facts that this person changed here; they are no news. */
export function movedSince(before: Facts, now: Facts, own: ReadonlySet<string> = new Set()): Moved[] {
  const keys = new Set([...before.keys(), ...now.keys()])
  return [...keys]
    .filter((key) => !own.has(key) && before.get(key) !== now.get(key))
    .map((key) => {
      const [kind, of, field] = key.split(SEPARATOR) as [FactKind, string, string]
      return { kind, of, field, from: before.get(key) ?? null, to: now.get(key) ?? null }
    })
}

export const cellsOf = (book: RoundBook): ItemCell[] => [...book.sheets.flatMap((sheet) => sheet.cells), ...book.round_cells]

export const cellOf = (cells: readonly ItemCell[], answerId: string): ItemCell | undefined =>
  cells.find((cell) => cell.answer_id === answerId)

/** The item that a photo or comment hangs on; `-` when it is none. */
export const pinKey = (row: { asset_id: string | null; check_key: string | null }): string =>
  row.check_key === null ? '-' : cellKey(row.asset_id, row.check_key)
