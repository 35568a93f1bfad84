import type { Ref } from 'vue'
import { asDocument } from '../db/documents'
import type { Ticket, TicketFilter, TicketRow } from '../domain/types'
import { inProject, live } from './inProject'
import { readTicketSurroundings, ticketRow } from './tickets'

/** Tickets that match; open ones first, worst first, then the newest. */
export function useTickets(filter: Ref<TicketFilter>): Readonly<Ref<readonly TicketRow[] | null>> {
  return live(async ({ db, person_id }, projectId) => {
    const rows = await inProject(db, 'ticket', projectId)
    const surroundings = await readTicketSurroundings(db, projectId)
    const wanted = rows.filter((row) => matches(asDocument<'ticket'>(row), filter.value, person_id))
    const tickets = await Promise.all(wanted.map((row) => ticketRow(db, row, surroundings)))
    return tickets.filter((row) => says(row, filter.value.text ?? '')).sort(byUrgency)
  }, filter)
}

function matches(ticket: Ticket, { mine, open, state, asset_id }: TicketFilter, personId: string): boolean {
  if (mine === true && !(ticket.assignee_ids ?? []).includes(personId)) return false
  if (open !== undefined && ticket.is_open !== open) return false
  return (state == null || ticket.state === state) && (asset_id == null || ticket.asset_id === asset_id)
}

function says({ ticket, asset }: TicketRow, text: string): boolean {
  const wanted = text.trim().toLowerCase()
  const texts = [ticket.number, ticket.title_zh, ticket.title_en, asset?.code, asset?.name_zh, asset?.name_en]
  return wanted === '' || texts.some((one) => one?.toLowerCase().includes(wanted))
}

const byUrgency = (a: TicketRow, b: TicketRow): number =>
  Number(b.ticket.is_open) - Number(a.ticket.is_open) ||
  (a.ticket.severity ?? 9) - (b.ticket.severity ?? 9) ||
  Date.parse(b.ticket.opened_at) - Date.parse(a.ticket.opened_at)
