import { postMapping, postTable } from '../api/imports'
import { ApiError } from '../domain/errors'
import type { ImportAnswer, ImportMapping } from '../domain/imports'

/** What came of it; `words` are the server's, for the person. */
export type TableRead = { readonly outcome: 'read'; readonly found: ImportAnswer } | { readonly outcome: 'refused'; readonly words: string } | { readonly outcome: 'offline' }

/** Have the server read a table and say what importing it would do. No asset changes. */
export const readTable = (projectId: string, file: File): Promise<TableRead> => told(postTable(projectId, file))

/** Have it read by another mapping, against what is there now. */
export const mapTable = (projectId: string, importId: string, mapping: ImportMapping): Promise<TableRead> => told(postMapping(projectId, importId, mapping))

async function told(asked: Promise<ImportAnswer>): Promise<TableRead> {
  try {
    return { outcome: 'read', found: await asked }
  } catch (error) {
    return error instanceof ApiError && error.detail !== null ? { outcome: 'refused', words: error.detail } : { outcome: 'offline' }
  }
}
