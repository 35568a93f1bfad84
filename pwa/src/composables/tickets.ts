/** What lists and pages of tickets share. */
import type { PersonDatabase } from '../db/personDatabase'
import type { DocumentRow } from '../db/rows'
import { asDocument, rowsOf, workOf } from '../db/documents'
import type { Asset, Member, Place, Ticket, TicketRow } from '../domain/types'
import { docsInProject } from './inProject'

export interface TicketSurroundings {
  readonly assets: ReadonlyMap<string, Asset>
  readonly places: ReadonlyMap<string, Place>
  readonly members: ReadonlyMap<string, Member>
}

export async function readTicketSurroundings(db: PersonDatabase, projectId: string): Promise<TicketSurroundings> {
  const [assets, places, members] = await Promise.all([
    docsInProject(db, 'asset', projectId), docsInProject(db, 'place', projectId), docsInProject(db, 'member', projectId),
  ])
  return {
    assets: new Map(assets.map((asset) => [asset.id, asset])),
    places: new Map(places.map((place) => [place.id, place])),
    members: new Map(members.map((member) => [member.person_id, member])),
  }
}

export async function ticketRow(db: PersonDatabase, row: DocumentRow, { assets, places, members }: TicketSurroundings): Promise<TicketRow> {
  const ticket = asDocument<'ticket'>(row)
  const asset = assets.get(ticket.asset_id ?? '') ?? null
  const [findings, events] = await Promise.all([rowsOf(db, 'finding', 'ticket_id', row.id), rowsOf(db, 'ticket_event', 'ticket_id', row.id)])
  const moments = events.map((event) => asDocument<'ticket_event'>(event).at)
  return {
    ticket, asset,
    place: places.get(ticket.place_id ?? asset?.place_id ?? '') ?? null,
    assignees: assigneesOf(ticket, members),
    findings: findings.length,
    last_event_at: moments.sort((a, b) => Date.parse(b) - Date.parse(a))[0] ?? ticket.opened_at,
    work: workOf(row),
  }
}

export const assigneesOf = (ticket: Ticket, members: ReadonlyMap<string, Member>): Member[] =>
  (ticket.assignee_ids ?? []).map((id) => members.get(id)).filter((member) => member !== undefined)
