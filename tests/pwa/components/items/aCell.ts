/** Cells and rounds for the items' tests: as useRound hands them out, with what the rules say of them. */
import type { AnswerFields, AssetSheet, ItemCell, Project, RoundBook, TemplateItem } from '@/domain/types'
import { missingField } from '@/rules/missing'
import { aCell, anAnswer, anAsset, anItem, aRound, aScan, aSheet } from '../review/aReview'

export const reading = (with_: Partial<TemplateItem> = {}) =>
  anItem('temperature', 5, { kind: 'reading', unit: '℃', decimals: 1, low: '15', high: '30', ...with_ })

export const past = (...values: string[]) =>
  values.map((value, at) => ({ value, at: `2026-11-${17 + at}T14:00:00+08:00`, round_id: `round-${at}` }))

const aProject: Project = {
  id: 'project-1', code: 'P', name_zh: '机房托管', name_en: 'Machine room', contract_number: null, client_name_zh: null, client_name_en: null,
  provider_name_zh: null, provider_name_en: null, starts_on: null, ends_on: null, time_zone: 'Asia/Shanghai',
}

/** `answer` null: nobody touched it. */
export function cellOf(item: TemplateItem, answer: Partial<AnswerFields> | null, with_: Partial<ItemCell> = {}): ItemCell {
  const asset = with_.asset === undefined ? anAsset('ups-01') : with_.asset
  const cell = aCell(item, asset, answer && anAnswer('a', { value: null, ...answer }), with_)
  const lack = missingField(item, cell.answer)
  return { ...cell, filled: lack === null, missing: item.required ? lack : null, ...with_ }
}

export const sheetOf = (id: string, cells: readonly ItemCell[], scanned = true): AssetSheet =>
  aSheet(anAsset(id), cells, scanned ? aScan(id, '2026-11-22T14:00:00+08:00') : null)

export function bookOf(sheets: readonly AssetSheet[], with_: Partial<RoundBook> = {}): RoundBook {
  const cells = [...sheets.flatMap((sheet) => sheet.cells), ...(with_.round_cells ?? [])]
  const lacking = (of: readonly ItemCell[]) => of.filter((cell) => cell.missing !== null)
  const groups = [...sheets.map(({ asset, cells: own }) => ({ asset, cells: lacking(own) })), { asset: null, cells: lacking(with_.round_cells ?? []) }]
  const having = (value: string) => cells.filter((cell) => cell.answer?.value === value).length
  return {
    round: aRound({ state: 'open' }), plan: null, template: null, project: aProject, place: null, phase: 'open', sheets, round_cells: [], photos: [],
    signed: { engineer: null, client: null, engineer_stands: false, client_stands: false, opinions: [] },
    comments: [], sent_back: null, events: [], conflicts: [],
    counts: {
      assets: sheets.length, assets_done: 0, items: cells.length, filled: cells.length, normal: having('normal'),
      abnormal: having('abnormal'), not_applicable: having('not_applicable'), unmeasured: 0, photos: 0,
    },
    missing: groups.filter((group) => group.cells.length > 0), unsent: { operations: 0, photos: 0 }, work: { pending: false, refused: null }, ...with_,
  }
}
