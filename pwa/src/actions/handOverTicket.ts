import { checkText } from '../domain/limits'
import type { Ticket } from '../domain/types'
import { actOnTicket } from '../sync/actOnTicket'
import { subject } from '../sync/subjects'

/** To this person, or back to the desk (null); with what was tried. */
export async function handOverTicket(ticket: Pick<Ticket, 'id'>, tried: string, toPersonId: string | null): Promise<void> {
  checkText(tried)
  await actOnTicket(ticket.id, async (db, { by }) => {
    const { doc } = await subject(db, 'ticket', ticket.id)
    const before = doc.assignee_ids ?? []
    const after = new Set(before.filter((id) => id !== by))
    if (toPersonId !== null) after.add(toPersonId)
    const assignee_ids = [...after].sort()
    const args = { tried, to_person_id: toPersonId }
    return { name: 'hand_over_ticket', event: 'handed_over', args, set: { assignee_ids }, told: { from: before, to: assignee_ids } }
  })
}
