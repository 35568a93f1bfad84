/** The register of contacts as the screens show it. */
import type { Asset, Member } from './documents'
import type { Contact, Ticket } from './ticketDocuments'
import type { WorkState } from './views'

export const CHANNELS = ['call', 'letter', 'email', 'visit', 'app'] as const
export type ContactChannel = (typeof CHANNELS)[number]

export interface ContactRow {
  readonly contact: Contact
  readonly asset: Asset | null
  readonly ticket: Ticket | null
  readonly taken_by: Member | null
  readonly work: WorkState
}

export interface ContactSearch {
  readonly channel: ContactChannel | null
  readonly text: string
  readonly since: string | null
  readonly until: string | null
}
