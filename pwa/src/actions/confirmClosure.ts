import { checkTexts } from '../domain/limits'
import { roundedStrokes } from '../domain/points'
import type { JsonObject, Strokes, Ticket } from '../domain/types'
import { actOnTicket } from '../sync/actOnTicket'

export interface ClosureWord {
  readonly name: string
  readonly phone: string | null
  readonly text: string | null
  /** 1 to 5, the client's own. */
  readonly rating: number | null
  /** Signed on this device; null where they say it in their own app. */
  readonly strokes: Strokes | null
}

/** The client agrees that it is solved (T6). */
export async function confirmClosure(ticket: Pick<Ticket, 'id'>, { strokes, ...word }: ClosureWord): Promise<void> {
  checkTexts({ ...word })
  const args: JsonObject = { ...word, strokes: strokes === null ? null : { ...roundedStrokes(strokes) } }
  await actOnTicket(ticket.id, () => Promise.resolve({ name: 'confirm_closure', event: 'client_confirmed', args, set: {}, told: { by_kind: 'person', link: null } }))
}
