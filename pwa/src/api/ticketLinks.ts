/** The links into a ticket, with address and code; asked online, never kept on the phone. */
import { NetworkError } from '../domain/errors'
import type { TicketLink } from '../domain/types'
import { http, spokenByUs } from './http'

export async function getTicketLinks(ticketId: string): Promise<readonly TicketLink[]> {
  const body = spokenByUs(await http({ method: 'GET', path: `/api/tickets/${encodeURIComponent(ticketId)}/links` }))
  if (typeof body !== 'object' || body === null || !('links' in body)) throw new NetworkError('captive_portal')
  return body.links as readonly TicketLink[]
}
