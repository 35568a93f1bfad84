import { computed, type Ref } from 'vue'
import { workOf, asDocument } from '../db/documents'
import type { Asset, Contact, ContactRow, ContactSearch, Ticket } from '../domain/types'
import { docsInProject, inProject, live } from './inProject'

/** The register as this device has it: the last two weeks, and what was fetched; newest first. */
export function useContacts(search: Readonly<Ref<ContactSearch>>): Readonly<Ref<readonly ContactRow[] | null>> {
  const rows = useContactRows()
  return computed(() => rows.value?.filter((row) => matches(row, search.value)) ?? null)
}

/** All contacts that are here, with what they are about. */
export function useContactRows(): Readonly<Ref<readonly ContactRow[] | null>> {
  return live(async ({ db }, projectId) => {
    const [contacts, assets, tickets, members] = await Promise.all([
      inProject(db, 'contact', projectId), docsInProject(db, 'asset', projectId), docsInProject(db, 'ticket', projectId), docsInProject(db, 'member', projectId),
    ])
    const asset = new Map<string, Asset>(assets.map((one) => [one.id, one]))
    const ticket = new Map<string, Ticket>(tickets.map((one) => [one.id, one]))
    const member = new Map(members.map((one) => [one.person_id, one]))
    return contacts
      .map((row): ContactRow => {
        const contact = asDocument<'contact'>(row)
        const { asset_id, ticket_id, taken_by } = contact
        return {
          contact, work: workOf(row), asset: asset.get(asset_id ?? '') ?? null, ticket: ticket.get(ticket_id ?? '') ?? null,
          taken_by: member.get(taken_by ?? '') ?? null,
        }
      })
      .sort((a, b) => Date.parse(b.contact.contacted_at) - Date.parse(a.contact.contacted_at))
  })
}

/** As the server searches: every word must be found somewhere. */
function matches({ contact, asset, ticket }: ContactRow, { channel, text, since, until }: ContactSearch): boolean {
  if (channel !== null && contact.channel !== channel) return false
  const at = Date.parse(contact.contacted_at)
  if ((since !== null && at < Date.parse(since)) || (until !== null && at >= Date.parse(until))) return false
  const words = text.toLowerCase().split(/\s+/u).filter((word) => word !== '')
  return words.length === 0 || words.every((word) => toldOf(contact, asset, ticket).includes(word))
}

const toldOf = (contact: Contact, asset: Asset | null, ticket: Ticket | null): string =>
  [
    contact.caller_name, contact.caller_phone, contact.caller_organisation, contact.text, contact.answer, asset?.code, asset?.name_zh, asset?.name_en,
    ticket?.number, ticket?.title_zh, ticket?.title_en,
  ].filter((part) => part).join('\n').toLowerCase()
