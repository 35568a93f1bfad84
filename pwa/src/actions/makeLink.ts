import type { Decision, Ticket } from '../domain/types'
import { decide } from '../sync/decide'
import { seenDocuments } from '../sync/seenRound'

export interface LinkWish {
  readonly purpose: 'confirm' | 'vendor'
  readonly recipient: string
  readonly language: 'zh-CN' | 'en'
  readonly days: number
  /** The vendor's own clock. */
  readonly answer_hours: number | null
  readonly question: string | null
  /** Where the address is sent; the code is told another way. */
  readonly email: string | null
}

/** Open a way into one ticket for somebody without an account: online, for the server freezes what it shows. */
export async function makeLink(ticket: Pick<Ticket, 'id'>, wish: LinkWish): Promise<Decision> {
  return decide(async (db) => ({ name: 'make_link', doc: ticket.id, args: { ...wish }, ticket_id: ticket.id, seen: await seenDocuments(db, [ticket.id]) }))
}
