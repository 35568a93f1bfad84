/** A round's book from its parts. Pure: the same parts give the same book. */
import { roomOf } from '../../domain/places'
import type { Asset, AssetSheet, ItemCell, MissingOfAsset, RoundBook, RoundCounts, Scan, SentBack, TemplateItem } from '../../domain/types'
import { isUnmeasured } from '../../rules/missing'
import { cellKey, itemsOf, roundItems } from '../../rules/items'
import { returnReasonsOf } from '../../rules/returnReasons'
import { unansweredSendBacks } from '../../rules/roundState'
import { cellOf, type CellIndex, grouped, indexCells } from './cells'
import type { BookParts } from './readBook'
import { signaturesOf } from './signatures'

export function buildBook(parts: BookParts): RoundBook {
  const index = indexCells(parts)
  const sheets = sheetsOf(parts, index)
  const round_cells = parts.template === null ? [] : shown(index, null, roundItems(parts.template)).map((item, at) => cellOf(parts, index, null, { item, at }))
  const { round, project, plan, template } = parts
  return {
    round: round.doc, project, plan, template,
    place: parts.places.find((place) => place.id === round.doc.place_id) ?? null,
    phase: round.doc.state,
    sheets, round_cells,
    photos: parts.photos,
    signed: signaturesOf(parts),
    comments: parts.comments,
    sent_back: round.doc.state === 'sent_back' ? sentBackOf(parts) : null,
    events: parts.events,
    conflicts: parts.conflicts,
    counts: countsOf(sheets, round_cells, parts.photos.length),
    missing: missingOf(sheets, round_cells),
    unsent: parts.unsent,
    work: round.work,
  }
}

const shown = ({ hidden }: CellIndex, asset: Asset | null, items: readonly TemplateItem[]): TemplateItem[] =>
  items.filter((item) => !hidden.has(cellKey(asset?.id ?? null, item.check_key)))

function sheetsOf(parts: BookParts, index: CellIndex): AssetSheet[] {
  const { template } = parts
  const places = new Map(parts.places.map((place) => [place.id, place]))
  const scans = grouped(parts.scans, (scan) => scan.asset_id)
  return parts.assets.map((asset) => {
    const cells = template === null ? [] : shown(index, asset, itemsOf(template, asset)).map((item, at) => cellOf(parts, index, asset, { item, at }))
    return {
      asset, cells,
      place: places.get(asset.place_id ?? '') ?? null,
      room: roomOf(asset.place_id, places),
      tag: parts.tags.find((tag) => tag.asset_id === asset.id && tag.revoked_at === null) ?? null,
      scan: newest(scans.get(asset.id) ?? []),
      open_tickets: parts.open_tickets.filter((ticket) => ticket.asset_id === asset.id),
      done: cells.filter((cell) => cell.missing === null).length,
      total: cells.length,
      abnormal: cells.filter((cell) => cell.answer?.value === 'abnormal').length,
      readings: index.readings.get(asset.id) ?? null,
    }
  })
}

const newest = (scans: readonly Scan[]): Scan | null => [...scans].sort((a, b) => Date.parse(b.at) - Date.parse(a.at))[0] ?? null

export function countsOf(sheets: readonly AssetSheet[], roundCells: readonly ItemCell[], photos: number): RoundCounts {
  const cells = [...sheets.flatMap((sheet) => sheet.cells), ...roundCells]
  const having = (value: string): number => cells.filter((cell) => cell.answer?.value === value).length
  return {
    assets: sheets.length,
    assets_done: sheets.filter((sheet) => sheet.done === sheet.total).length,
    items: cells.length,
    filled: cells.filter((cell) => cell.filled).length,
    normal: having('normal'),
    abnormal: having('abnormal'),
    not_applicable: having('not_applicable'),
    unmeasured: cells.filter((cell) => isUnmeasured(cell.answer)).length,
    photos,
  }
}

function missingOf(sheets: readonly AssetSheet[], roundCells: readonly ItemCell[]): MissingOfAsset[] {
  const lacking = (cells: readonly ItemCell[]): ItemCell[] => cells.filter((cell) => cell.missing !== null)
  const groups = [...sheets.map(({ asset, cells }) => ({ asset, cells: lacking(cells) })), { asset: null, cells: lacking(roundCells) }]
  return groups.filter(({ cells }) => cells.length > 0)
}

/** What the engineer still has to look at: the send-backs that no submit has seen. */
function sentBackOf({ events, comments }: BookParts): SentBack | null {
  const open = new Set(unansweredSendBacks(events))
  const backs = events.filter((event) => open.has(event.id)).sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const last = backs.at(-1)
  if (last === undefined) return null
  const named = new Set(backs.flatMap((event) => (event.args?.['comment_ids'] ?? []) as readonly string[]))
  const note = last.args?.['note']
  return {
    note: typeof note === 'string' ? note : null, by: last.by, at: last.at,
    comments: comments.filter((comment) => named.has(comment.id)),
    reasons: returnReasonsOf(backs),
  }
}

