/** Reading documents by what they hang on, typed by their kind. */
import type { DocumentType, DocumentTypes, WorkState } from '../domain/types'
import type { PersonDatabase } from './personDatabase'
import type { DocumentRow } from './rows'

/** A document together with what the phone knows about it beyond its fields. */
export interface Held<D> { readonly doc: D; readonly work: WorkState; readonly stream: string | null }

export const NO_WORK: WorkState = { pending: false, refused: null }

export function workOf(row: Pick<DocumentRow, 'pending' | 'refused'>): WorkState {
  return row.pending === 0 && row.refused === null ? NO_WORK : { pending: row.pending > 0, refused: row.refused }
}

/** The row's fields are what the server's schema or our own prediction wrote: the type is theirs. */
export function asDocument<T extends DocumentType>(row: DocumentRow): DocumentTypes[T] {
  return { id: row.id, ...row.fields } as unknown as DocumentTypes[T]
}

export const held = <T extends DocumentType>(row: DocumentRow): Held<DocumentTypes[T]> => ({
  doc: asDocument<T>(row), work: workOf(row), stream: row.stream,
})

export async function getDocument<T extends DocumentType>(db: PersonDatabase, type: T, id: string | null): Promise<DocumentTypes[T] | null> {
  if (id === null) return null
  const row = await db.documents.get(id)
  return row?.type === type ? asDocument<T>(row) : null
}

export async function documentsOfType<T extends DocumentType>(db: PersonDatabase, type: T): Promise<DocumentTypes[T][]> {
  return (await db.documents.where('type').equals(type).toArray()).map((row) => asDocument<T>(row))
}

export type Owner = 'round_id' | 'ticket_id' | 'asset_id' | 'lookup'

export function rowsOf(db: PersonDatabase, type: DocumentType, owner: Owner, id: string): Promise<DocumentRow[]> {
  return db.documents.where(`[type+${owner}]`).equals([type, id]).toArray()
}

export async function documentsOf<T extends DocumentType>(
  db: PersonDatabase, type: T, owner: Owner, id: string,
): Promise<DocumentTypes[T][]> {
  return (await rowsOf(db, type, owner, id)).map((row) => asDocument<T>(row))
}
