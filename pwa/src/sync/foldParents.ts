/**
 * The state of a round or ticket with own events that the server has not answered yet: folded on the phone,
 * by the same rules as on the server (tests/contract). Without own events the server's word stands.
 */
import { asDocument, documentsOf, getDocument } from '../db/documents'
import type { PersonDatabase } from '../db/personDatabase'
import type { DocumentRow } from '../db/rows'
import type { JsonObject } from '../domain/types'
import { roundState } from '../rules/roundState'
import { findingFacts, type TicketFold, ticketState } from '../rules/ticketState'

export async function foldParents(db: PersonDatabase, views: readonly DocumentRow[]): Promise<void> {
  for (const view of views) {
    if (view.type === 'round') await store(db, view, await foldedRound(db, view))
    if (view.type === 'ticket') await store(db, view, await foldedTicket(db, view))
  }
}

async function foldedRound(db: PersonDatabase, view: DocumentRow): Promise<JsonObject> {
  const events = await documentsOf(db, 'round_event', 'round_id', view.id)
  const touched = asDocument<'round'>(view).state !== 'planned'
  return { state: roundState(events, { touched }) }
}

async function foldedTicket(db: PersonDatabase, view: DocumentRow): Promise<JsonObject> {
  const { state, is_open, step, tier, confirmation } = await foldTicket(db, view.id)
  return { state, is_open, step, tier, confirmation }
}

/** A ticket's findings and events as they stand on this phone, own ones included. */
export async function foldTicket(db: PersonDatabase, ticketId: string): Promise<TicketFold> {
  const [findings, events] = await Promise.all([
    documentsOf(db, 'finding', 'ticket_id', ticketId),
    documentsOf(db, 'ticket_event', 'ticket_id', ticketId),
  ])
  const facts = await Promise.all(
    findings.map(async (finding) =>
      findingFacts(finding, await getDocument(db, 'answer', finding.answer_id), await getDocument(db, 'round', finding.round_id)),
    ),
  )
  return ticketState(facts, events)
}

async function store(db: PersonDatabase, view: DocumentRow, derived: JsonObject): Promise<void> {
  const same = Object.entries(derived).every(([name, value]) => view.fields[name] === value)
  if (!same) await db.documents.put({ ...view, fields: { ...view.fields, ...derived } })
}
