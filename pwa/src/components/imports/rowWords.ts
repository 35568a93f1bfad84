import { useI18n } from 'vue-i18n'
import type { ImportAnswer, ImportField, ImportRow, RowProblem } from '@/domain/imports'

export interface FieldChange { readonly name: string; readonly before: string; readonly now: string }

/** What a row says and would do, in words. Places are shown as the file writes them. */
export function useRowWords(found: () => ImportAnswer) {
  const { t } = useI18n()
  const cell = (row: ImportRow, ...fields: ImportField[]): string =>
    fields.flatMap((field) => row.cells[found().mapping.columns.indexOf(field)] || []).join(' / ')
  const title = (row: ImportRow): string => cell(row, 'name') || cell(row, 'name_zh') || cell(row, 'name_en') || cell(row, 'model')
  const code = (row: ImportRow): string => String(row.set['code'] ?? '') || cell(row, 'code') || cell(row, 'serial')
  const place = (row: ImportRow): string => cell(row, 'site', 'room', 'place', 'rack')

  function value(field: string, said: unknown): string {
    if (said === null || said === undefined || said === '') return t('imports.nothing')
    if (field === 'category') return t(`common.category_${String(said)}`)
    if (field === 'kind' || field === 'state' || field === 'importance') return t(`imports.choice_${field}_${String(said)}`)
    return String(said)
  }
  function changes(row: ImportRow): FieldChange[] {
    return Object.entries(row.set).map(([field, now]) => {
      const name = t(`imports.field_${field.replace(/_id$/, '')}`)
      if (field === 'place_id') return { name, before: '', now: place(row) }
      if (field.endsWith('_id')) return { name, before: '', now: cell(row, field.replace(/_id$/, '') as ImportField) }
      return { name, before: value(field, row.before[field]), now: value(field, now) }
    })
  }
  const problem = ({ code: why, field, value: said, lines, other, limit }: RowProblem): string =>
    t(`imports.problem_${why}`, { field: t(`imports.field_${field.replace(/_id$/, '')}`), value: said ?? '', lines: lines?.join(t('imports.and')) ?? '', other: other ?? '', limit: limit ?? '' })
  return { title, code, place, changes, problem, category: (row: ImportRow) => value('category', row.set['category']) }
}
