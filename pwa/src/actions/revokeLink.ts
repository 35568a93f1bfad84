import type { Decision, Ticket } from '../domain/types'
import { decide } from '../sync/decide'
import { seenDocuments } from '../sync/seenRound'

/** Close a way into a ticket; what came through it stays. */
export async function revokeLink(ticket: Pick<Ticket, 'id'>, link_id: string, reason: string): Promise<Decision> {
  return decide(async (db) => ({ name: 'revoke_link', doc: ticket.id, args: { link_id, reason }, ticket_id: ticket.id, seen: await seenDocuments(db, [ticket.id]) }))
}
