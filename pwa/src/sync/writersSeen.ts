/** Who wrote what stands on the screen: `was` of an edit, `seen` of a decision. */
import type { DocumentRow } from '../db/rows'
import type { Writers } from '../domain/types'

/** Of the named fields; null where nobody wrote yet, or the phone does not know the document. */
export function fieldWriters(row: DocumentRow | undefined, fields: readonly string[]): { [field: string]: Writers | null } {
  return Object.fromEntries(fields.map((field) => [field, row?.writers[field] ?? null]))
}

/** Of a whole document: every operation that wrote one of its fields. */
export function documentWriters(row: DocumentRow): Writers {
  return [...new Set(Object.values(row.writers).flat())].sort()
}
