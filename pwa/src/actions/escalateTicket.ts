import { checkTexts } from '../domain/limits'
import type { Ticket } from '../domain/types'
import { actOnTicket } from '../sync/actOnTicket'
import { subject } from '../sync/subjects'

export interface EscalationByHand { readonly to_tier: 2 | 3 | 4; readonly tried: string; readonly reason: string | null }

/** Cannot be solved at this tier: what was tried goes along (T9). */
export async function escalateTicket(ticket: Pick<Ticket, 'id'>, escalation: EscalationByHand): Promise<void> {
  checkTexts({ ...escalation })
  await actOnTicket(ticket.id, async (db) => {
    const { doc } = await subject(db, 'ticket', ticket.id)
    return { name: 'escalate_ticket', event: 'escalated', args: { ...escalation }, set: {}, told: { from_tier: doc.tier } }
  })
}
