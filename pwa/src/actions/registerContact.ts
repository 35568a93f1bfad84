import { InvalidInput } from '../domain/errors'
import { checkText, MAX_CODE_CHARACTERS, MAX_WORDS_CHARACTERS } from '../domain/limits'
import type { Contact } from '../domain/types'
import { act } from '../sync/act'
import { madeRow } from '../sync/newOperation'
import { subject } from '../sync/subjects'

export type ContactWords = Omit<Contact, 'id' | 'taken_by' | 'registered_at'>

/** Write a call, letter, e-mail or visit into the register (来电来函登记); gives its id. A ticket that it led to must be written before. */
export async function registerContact(projectId: string, said: ContactWords): Promise<string> {
  checkText(said.caller_name, MAX_WORDS_CHARACTERS)
  checkText(said.caller_organisation, MAX_WORDS_CHARACTERS)
  checkText(said.caller_phone, MAX_CODE_CHARACTERS)
  checkText(said.text)
  checkText(said.answer)
  const id = await act(async (db, { op, at, by }) => {
    const { stream } = await subject(db, 'project', projectId)
    const args = { ...said }
    return {
      name: 'register_contact', doc: projectId, args, ticket_id: said.ticket_id,
      rows: [madeRow('contact', op, stream, { ...args, taken_by: by, registered_at: at })],
    }
  })
  if (id === null) throw new InvalidInput('not_found')
  return id
}
