import { documentsOf } from '../db/documents'
import { checkText } from '../domain/limits'
import type { ScanMethod, Ticket } from '../domain/types'
import { actOnTicket } from '../sync/actOnTicket'

/** `code`: the short code of a tag of ours; null where the tag could not be read. */
export interface TicketScan { readonly code: string | null; readonly method: ScanMethod; readonly raw: string | null }

/** On site; a scan of the asset's tag proves it. */
export async function arriveAtTicket(ticket: Pick<Ticket, 'id' | 'asset_id'>, scan: TicketScan | null, text: string | null = null): Promise<void> {
  checkText(text)
  await actOnTicket(ticket.id, async (db) => {
    const code = scan?.code ?? null
    const tags = code === null ? [] : await documentsOf(db, 'tag', 'lookup', code)
    const proven = tags.some(({ asset_id, revoked_at }) => asset_id === ticket.asset_id && revoked_at === null)
    const args = { scan: scan === null ? null : { ...scan }, text }
    return { name: 'arrive_at_ticket', event: 'arrived', args, set: {}, told: { proven } }
  })
}
