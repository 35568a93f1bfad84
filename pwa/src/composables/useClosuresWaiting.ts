import type { Ref } from 'vue'
import { asDocument } from '../db/documents'
import type { ClientTicket } from '../domain/types'
import { live } from './inProject'

/** Tickets of the client's own view that wait for their word, the longest first. */
export function useClosuresWaiting(): Readonly<Ref<readonly ClientTicket[] | null>> {
  return live(async ({ db }, projectId) => {
    const stream = `project:${projectId}:client`
    const rows = await db.documents.where('type').equals('client_ticket').and((row) => row.stream === stream).toArray()
    const tickets = rows.map((row) => asDocument<'client_ticket'>(row)).filter(({ state }) => state === 'resolved')
    return tickets.sort((a, b) => Date.parse(a.reported_at) - Date.parse(b.reported_at))
  })
}
