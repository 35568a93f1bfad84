/** XLSForms: a file read as a checklist by the server, and the address of a version as such a file. */
import { NetworkError } from '../domain/errors'
import type { ReadXlsForm } from '../domain/types'
import { http } from './http'

const READING_MS = 60_000

export async function readXlsForm(file: File): Promise<ReadXlsForm> {
  const asked = new URLSearchParams({ name: file.name.slice(-200) })
  const { body } = await http({ method: 'POST', path: `/api/xlsforms?${asked.toString()}`, file, timeout_ms: READING_MS })
  if (typeof body !== 'object' || body === null || !('items' in body)) throw new NetworkError('captive_portal')
  return body as ReadXlsForm
}

export const xlsFormAddress = (templateId: string): string => `/api/templates/${templateId}/xlsform.xlsx`
