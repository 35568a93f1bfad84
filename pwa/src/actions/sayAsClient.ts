import { checkTexts } from '../domain/limits'
import type { ClientTicket, EventName, JsonObject } from '../domain/types'
import { act } from '../sync/act'
import { subject } from '../sync/subjects'

interface Word { readonly name: string }

/** The client, in their own app: it is solved. Closed on this phone at once. */
export const agreeAsClient = (row: Pick<ClientTicket, 'id'>, word: Word & { readonly text: string | null; readonly rating: number | null }): Promise<void> =>
  say(row, 'confirm_closure', { ...word }, { state: 'closed', step: 'closed', confirmation: 'confirmed' })

/** It is not solved: open again, the work begins anew. */
export const refuseAsClient = (row: Pick<ClientTicket, 'id'>, word: Word & { readonly reason: string }): Promise<void> =>
  say(row, 'refuse_closure', { ...word }, { state: 'confirmed', step: 'waiting', confirmation: 'refused', result: null })

/** They cannot read the ticket's events: what the word stands on is named by the row. */
async function say({ id }: Pick<ClientTicket, 'id'>, name: EventName, args: JsonObject, set: JsonObject): Promise<void> {
  checkTexts(args)
  await act(async (db) => {
    const { doc } = await subject(db, 'client_ticket', id)
    return { name, doc: doc.ticket_id, args, after: doc.heads, patches: [{ doc: id, set }] }
  })
}
