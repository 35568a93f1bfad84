/** What has left the feed, read from the server's tables: a round or ticket whole, or lists in pages. */
import { NetworkError } from '../domain/errors'
import { http } from './http'
import type { DocumentOnWire } from './wire'

export interface RetiredPage { readonly stream: string; readonly docs: readonly DocumentOnWire[]; readonly next: string | null }

export async function getRetired(path: string, before: string | null): Promise<RetiredPage> {
  const { body } = await http({ method: 'GET', path: before === null ? path : `${path}${path.includes('?') ? '&' : '?'}before=${before}` })
  if (typeof body !== 'object' || body === null || !('docs' in body) || !('stream' in body)) throw new NetworkError('captive_portal')
  return { next: null, ...body } as RetiredPage
}
