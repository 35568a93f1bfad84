/** Questions about the chosen project: asked anew when another one is chosen. */
import type { ShallowRef, WatchSource } from 'vue'
import { asDocument } from '../db/documents'
import type { PersonDatabase } from '../db/personDatabase'
import type { DocumentRow } from '../db/rows'
import type { DocumentType, DocumentTypes } from '../domain/types'
import type { Phone } from '../sync/phone'
import { observe } from './live'
import { useSession } from './useSession'

export function live<T>(
  read: (phone: Phone, projectId: string) => Promise<T>, ...views: WatchSource[]
): Readonly<ShallowRef<T | null>> {
  const { projectId } = useSession()
  return observe(
    async (phone) => (projectId.value === null ? null : await read(phone, projectId.value)),
    { subjects: [projectId], views },
  ) as Readonly<ShallowRef<T | null>>
}

/** Rows of a type in a project's stream, those foreseen by own operations included. */
export async function inProject(db: PersonDatabase, type: DocumentType, projectId: string): Promise<DocumentRow[]> {
  const stream = `project:${projectId}`
  return db.documents.where('type').equals(type).and((row) => row.stream === stream).toArray()
}

export async function docsInProject<T extends DocumentType>(db: PersonDatabase, type: T, projectId: string): Promise<DocumentTypes[T][]> {
  return (await inProject(db, type, projectId)).map((row) => asDocument<T>(row))
}
