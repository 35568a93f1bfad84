/** A person's event on a ticket: its row on the timeline, and the ticket's state folded anew. */
import type { PersonDatabase } from '../db/personDatabase'
import type { EventName, JsonObject, TicketEventName } from '../domain/types'
import { act } from './act'
import { ticketEventRow } from './eventRows'
import { subject } from './subjects'

export interface TicketAct {
  readonly name: EventName
  readonly event: TicketEventName
  readonly args: JsonObject
  /** Derived fields that change with it. */
  readonly set: JsonObject
}

export async function actOnTicket(ticketId: string, compose: (db: PersonDatabase, at: string) => Promise<TicketAct>): Promise<void> {
  await act(async (db, identity) => {
    const { stream } = await subject(db, 'ticket', ticketId)
    const { name, event, args, set } = await compose(db, identity.at)
    return {
      name,
      doc: ticketId,
      args,
      ticket_id: ticketId,
      rows: [ticketEventRow(identity, { id: ticketId, stream }, event, args)],
      patches: Object.keys(set).length === 0 ? [] : [{ doc: ticketId, set }],
    }
  })
}
