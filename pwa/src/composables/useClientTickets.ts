import type { Ref } from 'vue'
import { asDocument, workOf } from '../db/documents'
import type { ClientTicket, WorkState } from '../domain/types'
import { live } from './inProject'

export interface ClientTicketRow { readonly ticket: ClientTicket; readonly work: WorkState }

/** The client's own view of what was reported: open ones first, then the newest. */
export function useClientTickets(): Readonly<Ref<readonly ClientTicketRow[] | null>> {
  return live(async ({ db }, project) => {
    const stream = `project:${project}:client`
    const rows = await db.documents.where('type').equals('client_ticket').and((row) => row.stream === stream).toArray()
    const over = ({ ticket }: ClientTicketRow): number => Number(ticket.state === 'closed' || ticket.state === 'withdrawn')
    return rows
      .map((row): ClientTicketRow => ({ ticket: asDocument<'client_ticket'>(row), work: workOf(row) }))
      .sort((a, b) => over(a) - over(b) || Date.parse(b.ticket.reported_at) - Date.parse(a.ticket.reported_at))
  })
}
