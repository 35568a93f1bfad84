/** One thing to answer, with all that the screen shows beside it. */
import type { Held } from '../../db/documents'
import { NO_WORK } from '../../db/documents'
import type { Answer, Asset, Comment, Conflict, ItemCell, LastAnswer, PhotoView, Reading, TemplateItem } from '../../domain/types'
import { answerId } from '../../rules/ids'
import { cellKey, hiddenCells } from '../../rules/items'
import { isAsked, missingField } from '../../rules/missing'
import { type Proofs, proofOf, proofsOf } from '../../rules/proofs'
import { ticketToJoin } from '../../rules/sameFault'
import type { BookParts } from './readBook'

/** What hangs on cells, found once for the whole book. */
export interface CellIndex {
  readonly answers: ReadonlyMap<string, Held<Answer>>
  readonly photos: ReadonlyMap<string, readonly PhotoView[]>
  readonly comments: ReadonlyMap<string, readonly Comment[]>
  readonly conflicts: ReadonlyMap<string, Conflict>
  readonly readings: ReadonlyMap<string, BookParts['readings'][number]>
  readonly proofs: Proofs
  readonly last: ReadonlyMap<string, LastAnswer>
  readonly hidden: ReadonlySet<string>
}

export function indexCells(parts: BookParts): CellIndex {
  const cellOfPhoto = new Map(parts.photos.map(({ photo }) => [photo.id, keyOf(photo)]))
  return {
    answers: new Map(parts.answers.map((answer) => [cellKey(answer.doc.asset_id, answer.doc.check_key), answer])),
    photos: grouped(parts.photos, ({ photo }) => keyOf(photo)),
    comments: grouped(parts.comments, (comment) => keyOf(comment) ?? cellOfPhoto.get(comment.photo_id ?? '') ?? null),
    conflicts: new Map(parts.conflicts.map((conflict) => [conflict.doc_id, conflict])),
    readings: new Map(parts.readings.map((readings) => [readings.asset_id, readings])),
    proofs: proofsOf(parts.round.doc, parts.photos.map(({ photo }) => photo), parts.scans),
    last: new Map(parts.last_answers.map((last) => [cellKey(last.answer.asset_id, last.answer.check_key), last])),
    hidden: parts.template === null ? new Set() : hiddenCells(parts.template, parts.assets, parts.answers.map(({ doc }) => doc)),
  }
}

/** `at`: its place among the items of its asset; that number is shown, the template's own runs through all categories. */
export function cellOf(parts: BookParts, index: CellIndex, asset: Asset | null, { item, at }: { item: TemplateItem; at: number }): ItemCell {
  const asset_id = asset?.id ?? null
  const key = cellKey(asset_id, item.check_key)
  const answer = index.answers.get(key)
  const answer_id = answerId(parts.round.doc.id, asset_id, item.check_key)
  const said = answer?.doc ?? null
  const proof = proofOf(index.proofs, item, asset_id)
  const lacking = missingField(item, said, proof)
  return {
    key, item, asset, answer_id,
    ordinal: at + 1,
    answer: said,
    photos: index.photos.get(key) ?? [],
    open_ticket: ticketToJoin(parts.open_tickets, { asset_id, check_key: item.check_key }),
    last_readings: earlierReadings(index, parts.round.doc.id, asset_id, item.check_key),
    filled: lacking === null,
    missing: isAsked(item, said) ? lacking : null,
    proof,
    last: index.last.get(key) ?? null,
    conflict: index.conflicts.get(answer_id) ?? null,
    comments: index.comments.get(key) ?? [],
    saved_at: answer?.doc.answered_at ?? null,
    work: answer?.work ?? NO_WORK,
  }
}

/** Without this round's own: a reading is compared with those before it. */
function earlierReadings(index: CellIndex, roundId: string, assetId: string | null, checkKey: string): readonly Reading[] {
  const series = assetId === null ? undefined : index.readings.get(assetId)?.series[checkKey]
  return (series ?? []).filter((reading) => reading.round_id !== roundId)
}

const keyOf = ({ asset_id, check_key }: { asset_id: string | null; check_key: string | null }): string | null =>
  check_key === null ? null : cellKey(asset_id, check_key)

export function grouped<T>(values: readonly T[], keyOfValue: (value: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const key = keyOfValue(value)
    if (key === null) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else group.push(value)
  }
  return groups
}
