/** Where a project's messages go, as its supervisors may see it: never the addresses themselves. */
import { NetworkError } from '../domain/errors'
import type { Channels } from '../domain/types'
import { http } from './http'

export async function getChannels(projectId: string): Promise<Channels> {
  const { body } = await http({ method: 'GET', path: `/api/projects/${projectId}/channels` })
  if (typeof body !== 'object' || body === null || !('channels' in body)) throw new NetworkError('captive_portal')
  return body as Channels
}
