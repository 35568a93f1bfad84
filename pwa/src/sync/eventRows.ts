/** Rows of events as this phone foresees them; perform() fills in what their author had seen. */
import type { PredictedRow } from '../db/rows'
import type { JsonObject, RoundEventName, TicketEventName } from '../domain/types'
import { type Identity, madeRow } from './newOperation'

interface Place { readonly id: string; readonly stream: string | null }

export function roundEventRow({ op, at, by }: Identity, round: Place, name: RoundEventName, args: JsonObject): PredictedRow {
  return madeRow('round_event', op, round.stream, { round_id: round.id, name, by, at, received_at: null, after: [], args, flags: [] })
}

export function ticketEventRow({ op, at, by }: Identity, ticket: Place, name: TicketEventName, args: JsonObject): PredictedRow {
  return madeRow('ticket_event', op, ticket.stream, { ticket_id: ticket.id, name, by, at, received_at: null, after: [], args, flags: [] })
}
