import type { Decision } from '../domain/types'
import { decide } from '../sync/decide'

/** Write what the preview shows, exactly that: `preview` is its digest. The server does it whole, in the background. */
export async function applyImport(projectId: string, importId: string, preview: string): Promise<Decision> {
  const args = { project_id: projectId, import_id: importId, preview }
  return decide(() => Promise.resolve({ name: 'apply_import', doc: null, args, seen: {} }))
}

/** Put everything back as it was, but for what somebody has changed or used since. */
export async function undoImport(projectId: string, importId: string): Promise<Decision> {
  return decide(() => Promise.resolve({ name: 'undo_import', doc: null, args: { project_id: projectId, import_id: importId }, seen: {} }))
}
