import { MAX_WORDS_CHARACTERS, checkText } from '../domain/limits'
import type { Ticket } from '../domain/types'
import { problemId } from '../rules/ids'
import { actOnTicket } from '../sync/actOnTicket'
import { madeRow } from '../sync/newOperation'
import { subject } from '../sync/subjects'

/** Write down what the repair leaves open, as a problem of its own (遗留问题). */
export async function raiseProblem(ticket: Pick<Ticket, 'id'>, { title, text }: { readonly title: string; readonly text: string | null }): Promise<void> {
  checkText(title, MAX_WORDS_CHARACTERS)
  checkText(text)
  await actOnTicket(ticket.id, async (db, { op, at, by }, stream) => {
    const { doc } = await subject(db, 'ticket', ticket.id)
    const id = problemId(op)
    const fields = { ticket_id: ticket.id, asset_id: doc.asset_id, title, text, state: 'open', raised_at: at, raised_by: by }
    return {
      name: 'raise_problem', event: 'left_over', args: { title, text }, set: {}, told: { problem_id: id }, rows: [madeRow('problem', id, stream, fields)],
    }
  })
}
