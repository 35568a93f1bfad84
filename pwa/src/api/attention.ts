/** Everybody's parked and waiting operations of a project, for the desk. */
import type { AttentionEntry } from '../domain/types'
import { NetworkError } from '../domain/errors'
import { http } from './http'

export async function getAttention(projectId: string): Promise<readonly AttentionEntry[]> {
  const { body } = await http({ method: 'GET', path: `/api/projects/${projectId}/attention` })
  if (typeof body !== 'object' || body === null || !('operations' in body)) throw new NetworkError('captive_portal')
  return body.operations as readonly AttentionEntry[]
}
