/** The project's sealed records, also those that left this device. */
import { NetworkError } from '../domain/errors'
import type { ArchivePage, ArchiveSearch } from '../domain/types'
import { http } from './http'

export async function getRecords(projectId: string, { month, text }: ArchiveSearch, offset: number): Promise<ArchivePage> {
  const asked = new URLSearchParams({ month, text, offset: String(offset) })
  const { body } = await http({ method: 'GET', path: `/api/projects/${projectId}/records?${asked.toString()}` })
  if (typeof body !== 'object' || body === null || !('records' in body) || !('months' in body)) throw new NetworkError('captive_portal')
  return body as ArchivePage
}
