/** Everybody's parked and waiting operations of a project, and what the server cannot get done, for the desk. */
import type { AttentionEntry, FailingMessage, TroubledJob } from '../domain/types'
import { NetworkError } from '../domain/errors'
import { http } from './http'

export interface Attention { readonly operations: readonly AttentionEntry[]; readonly jobs: readonly TroubledJob[]; readonly messages: readonly FailingMessage[] }

export async function getAttention(projectId: string): Promise<Attention> {
  const { body } = await http({ method: 'GET', path: `/api/projects/${projectId}/attention` })
  if (typeof body !== 'object' || body === null || !('operations' in body) || !('jobs' in body)) throw new NetworkError('captive_portal')
  return body as Attention
}
