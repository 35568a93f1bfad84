import { checkText } from '../domain/limits'
import type { Ticket } from '../domain/types'
import { openFindings } from '../rules/ticketState'
import { actOnTicket } from '../sync/actOnTicket'
import { foldTicket } from '../sync/foldParents'

/** Resolve the findings that are on the screen, and only those: one that joins unseen keeps the ticket open. */
export async function resolveTicket(ticket: Pick<Ticket, 'id'>, done: { solution: string; how: 'fixed' | 'workaround'; cause?: string | null }): Promise<void> {
  checkText(done.solution)
  checkText(done.cause ?? null)
  await actOnTicket(ticket.id, async (db, { at }) => {
    const findings = openFindings(await foldTicket(db, ticket.id))
    const { solution, how, cause } = done
    const args = { findings, solution, how, ...(cause == null ? {} : { cause }) }
    return { name: 'resolve_ticket', event: 'resolved', args, set: { closed_at: at } }
  })
}
