/** Tables of assets on their way in (docs/import.md). The shapes are the server's. */
import type { components } from '../api/schema'

export type ImportSummary = components['schemas']['ImportSummary']
export type ImportAnswer = components['schemas']['ImportAnswer']
export type ImportRow = components['schemas']['ImportRow']
export type RowProblem = components['schemas']['RowProblem']
export type ImportMapping = components['schemas']['Mapping']
export type ImportField = NonNullable<ImportMapping['columns'][number]>
export type ImportVerdict = ImportRow['verdict']

export const VERDICTS: readonly ImportVerdict[] = ['add', 'change', 'same', 'refuse']
/** In the order in which a person looks for them. */
export const FIELDS: readonly ImportField[] = [
  'code', 'name', 'name_zh', 'name_en', 'category', 'kind', 'brand', 'model', 'serial', 'place', 'site', 'room', 'rack', 'position',
  'installed_on', 'warranty_until', 'warranty_months', 'importance', 'state', 'end_a', 'end_b', 'note',
]
/** Words of a table that a person can explain, and what they may mean. */
export const CHOICES = {
  category: ['live_display', 'recording', 'server', 'ups', 'camera', 'network', 'fibre', 'air_conditioning', 'training', 'system'],
  kind: ['device', 'route'],
  state: ['in_use', 'spare', 'retired'],
  importance: ['key', 'normal'],
} as const
export type ChoiceField = keyof typeof CHOICES
