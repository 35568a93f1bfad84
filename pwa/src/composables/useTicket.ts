import type { Ref } from 'vue'
import { asDocument, documentsOfType, getDocument, held, rowsOf, workOf } from '../db/documents'
import type { PersonDatabase } from '../db/personDatabase'
import type { DocumentRow } from '../db/rows'
import { projectIdOf } from '../db/roundFacts'
import type { Finding, FindingView, Member, PhotoView, Ticket, TicketMoment, TicketView } from '../domain/types'
import type { Phone } from '../sync/phone'
import { live } from './live'
import { photoViews } from './photoViews'
import { withOwnClocks } from './ticketClocks'
import { assigneesOf, readTicketSurroundings } from './tickets'

/** A ticket with its timeline, oldest first, photos taken for it included. */
export function useTicket(id: Ref<string>): Readonly<Ref<TicketView | null>> {
  return live((phone) => readTicket(phone, id.value), id)
}

async function readTicket({ db }: Phone, id: string): Promise<TicketView | null> {
  const row = await db.documents.get(id)
  const projectId = projectIdOf(row?.stream ?? null)
  if (row?.type !== 'ticket' || projectId === null) return null
  const known = asDocument<'ticket'>(row)
  const [{ assets, places, members }, photoRows, eventRows, findingRows] = await Promise.all([
    readTicketSurroundings(db, projectId),
    rowsOf(db, 'photo', 'ticket_id', id),
    rowsOf(db, 'ticket_event', 'ticket_id', id),
    rowsOf(db, 'finding', 'ticket_id', id),
  ])
  const ticket = await withOwnClocks(db, known, eventRows)
  const own = await photoViews(db, photoRows.map((photo) => held<'photo'>(photo)))
  const findings = await Promise.all(findingRows.map((finding) => findingView(db, asDocument<'finding'>(finding))))
  findings.sort((a, b) => Date.parse(a.finding.found_at) - Date.parse(b.finding.found_at))
  const asset = assets.get(ticket.asset_id ?? '') ?? null
  return {
    ticket, asset, findings,
    place: places.get(ticket.place_id ?? asset?.place_id ?? '') ?? null,
    item: await itemOf(db, ticket),
    events: timeline(eventRows, own, members),
    assignees: assigneesOf(ticket, members),
    state: ticket.state,
    photos: [...findings.flatMap((finding) => finding.photos), ...own],
    repeat_of: await getDocument(db, 'ticket', ticket.repeat_of_id),
    work: workOf(row),
  }
}

async function findingView(db: PersonDatabase, finding: Finding): Promise<FindingView> {
  const rows = finding.round_id === null ? [] : await rowsOf(db, 'photo', 'round_id', finding.round_id)
  const pinned = rows.map((row) => held<'photo'>(row)).filter(({ doc }) => doc.asset_id === finding.asset_id && doc.check_key === finding.check_key)
  const [round, answer] = await Promise.all([getDocument(db, 'round', finding.round_id), getDocument(db, 'answer', finding.answer_id)])
  return { finding, round, answer, photos: await photoViews(db, pinned) }
}

async function itemOf(db: PersonDatabase, ticket: Ticket): Promise<TicketView['item']> {
  const round = await getDocument(db, 'round', ticket.round_id)
  const named = await getDocument(db, 'template', round?.template_id ?? null)
  // The round may have left the phone: an item keeps its key over versions.
  const versions = named === null ? (await documentsOfType(db, 'template')).sort((a, b) => b.version - a.version) : [named]
  return versions.flatMap(({ items }) => items).find(({ check_key }) => check_key === ticket.check_key) ?? null
}

function timeline(events: readonly DocumentRow[], photos: readonly PhotoView[], members: ReadonlyMap<string, Member>): TicketMoment[] {
  const happened = events.map((row): TicketMoment => {
    const event = asDocument<'ticket_event'>(row)
    return { id: row.id, at: event.at, received_at: event.received_at, by: members.get(event.by ?? '') ?? null, event, photo: null, work: workOf(row) }
  })
  const taken = photos.map((view): TicketMoment => ({
    id: view.photo.id, at: view.photo.taken_at, received_at: null, by: members.get(view.photo.taken_by) ?? null, event: null, photo: view, work: view.work,
  }))
  return [...happened, ...taken].sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1))
}
