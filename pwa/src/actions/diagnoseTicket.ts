import type { Ticket } from '../domain/types'
import { tellTicket } from '../sync/actOnTicket'

/** What the matter is; an engineer who sees it may call the fault complex. */
export const diagnoseTicket = (ticket: Pick<Ticket, 'id'>, found: { readonly cause: string | null; readonly text: string | null; readonly complexity: 'ordinary' | 'complex' | null }): Promise<void> =>
  tellTicket(ticket, { name: 'diagnose_ticket', event: 'diagnosed', args: { ...found }, set: found.complexity === null ? {} : { complexity: found.complexity } })
