/** `after`: the newest events that the author had seen, own unsent ones included. */
import { documentsOf } from '../db/documents'
import type { PersonDatabase } from '../db/personDatabase'
import { heads } from '../rules/causes'

export async function headsOf(
  db: PersonDatabase, of: { readonly round_id?: string | null; readonly ticket_id?: string | null },
): Promise<string[]> {
  const rounds = of.round_id ? await documentsOf(db, 'round_event', 'round_id', of.round_id) : []
  const tickets = of.ticket_id ? await documentsOf(db, 'ticket_event', 'ticket_id', of.ticket_id) : []
  return [...heads(rounds), ...heads(tickets)].sort()
}
