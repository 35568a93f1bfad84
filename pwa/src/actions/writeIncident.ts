import type { Ticket } from '../domain/types'
import { tellTicket } from '../sync/actOnTicket'

export interface IncidentWords { readonly impact: string | null; readonly cause: string | null; readonly prevention: string | null }

/** What the incident's reports say beyond the timeline (T7). */
export const writeIncident = (ticket: Pick<Ticket, 'id'>, words: IncidentWords): Promise<void> =>
  tellTicket(ticket, { name: 'write_incident', event: 'incident_written', args: { ...words } })
