/** The document that an action is about, read inside its transaction; without it there is nothing to act on. */
import { asDocument } from '../db/documents'
import type { PersonDatabase } from '../db/personDatabase'
import type { DocumentRow } from '../db/rows'
import { InvalidInput } from '../domain/errors'
import type { DocumentType, DocumentTypes, JsonObject } from '../domain/types'

export interface Subject<D> { readonly doc: D; readonly stream: string | null; readonly row: DocumentRow }

export async function subject<T extends DocumentType>(db: PersonDatabase, type: T, id: string): Promise<Subject<DocumentTypes[T]>> {
  const row = await db.documents.get(id)
  if (row?.type !== type) throw new InvalidInput('not_found')
  return { doc: asDocument<T>(row), stream: row.stream, row }
}

/** Of the wished fields those that differ from what stands; null when none does. */
export function changed<D extends object>(doc: D | null, set: Partial<D>): JsonObject | null {
  const entries = Object.entries(set).filter(([name, value]) => {
    const standing: unknown = doc === null ? null : (doc as Record<string, unknown>)[name]
    return value !== undefined && JSON.stringify(value) !== JSON.stringify(standing ?? null)
  })
  return entries.length === 0 ? null : (Object.fromEntries(entries) as JsonObject)
}
