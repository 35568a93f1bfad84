/** Tables of assets: handed in, looked at, mapped. To apply one is a decision, and goes as such. */
import type { ImportAnswer, ImportMapping, ImportSummary, ImportVerdict } from '../domain/imports'
import { http, spokenByUs } from './http'

const READING_MS = 5 * 60_000

export async function postTable(projectId: string, file: File): Promise<ImportAnswer> {
  const path = `/api/projects/${projectId}/imports?name=${encodeURIComponent(file.name.slice(-200))}`
  return spokenByUs(await http({ method: 'POST', path, file, timeout_ms: READING_MS })) as ImportAnswer
}

export async function getImports(projectId: string): Promise<readonly ImportSummary[]> {
  const body = spokenByUs(await http({ method: 'GET', path: `/api/projects/${projectId}/imports` }))
  return (body as { imports: readonly ImportSummary[] }).imports
}

/** A page of its rows, after a line of the file. */
export async function getImport(projectId: string, importId: string, verdict: ImportVerdict | null, after = 0): Promise<ImportAnswer> {
  const asked = new URLSearchParams({ after: String(after), ...(verdict === null ? {} : { verdict }) })
  return spokenByUs(await http({ method: 'GET', path: `/api/projects/${projectId}/imports/${importId}?${asked.toString()}` })) as ImportAnswer
}

export async function postMapping(projectId: string, importId: string, mapping: ImportMapping): Promise<ImportAnswer> {
  const path = `/api/projects/${projectId}/imports/${importId}/mapping`
  return spokenByUs(await http({ method: 'POST', path, body: mapping, timeout_ms: READING_MS })) as ImportAnswer
}
