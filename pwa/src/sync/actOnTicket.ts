/** A person's event on a ticket: its row on the timeline, and the ticket's state folded anew. */
import type { PersonDatabase } from '../db/personDatabase'
import type { PredictedRow } from '../db/rows'
import { checkTexts } from '../domain/limits'
import type { EventName, JsonObject, Ticket, TicketEventName } from '../domain/types'
import { act } from './act'
import { ticketEventRow } from './eventRows'
import type { Identity } from './newOperation'
import { subject } from './subjects'

export interface TicketAct {
  readonly name: EventName
  readonly event: TicketEventName
  readonly args: JsonObject
  /** Derived fields that change with it. */
  readonly set: JsonObject
  /** What its row on the timeline says beside the arguments, where the server will say it as well. */
  readonly told?: JsonObject
  /** What it makes besides. */
  readonly rows?: readonly PredictedRow[]
}

export async function actOnTicket(
  ticketId: string, compose: (db: PersonDatabase, identity: Identity, stream: string | null) => Promise<TicketAct>,
): Promise<void> {
  await act(async (db, identity) => {
    const { stream } = await subject(db, 'ticket', ticketId)
    const { name, event, args, set, told = {}, rows = [] } = await compose(db, identity, stream)
    return {
      name,
      doc: ticketId,
      args,
      ticket_id: ticketId,
      rows: [ticketEventRow(identity, { id: ticketId, stream }, event, { ...args, ...told }), ...rows],
      patches: Object.keys(set).length === 0 ? [] : [{ doc: ticketId, set }],
    }
  })
}

/** An event that only says what happened; its texts must be such as the server keeps. */
export async function tellTicket(
  ticket: Pick<Ticket, 'id'>, { name, event, args = {}, set = {} }: Pick<TicketAct, 'name' | 'event'> & Partial<Pick<TicketAct, 'args' | 'set'>>,
): Promise<void> {
  checkTexts(args)
  await actOnTicket(ticket.id, () => Promise.resolve({ name, event, args, set }))
}
