import { computed, type Ref } from 'vue'
import { docsInProject, live } from '../inProject'
import type { Asset, ContactRow, Finding, Ticket } from '../../domain/types'
import { sameCaller } from '../../rules/callers'
import { useContactRows } from '../useContacts'
import { useRested } from '../useRested'
import { type Retired, useRetired } from '../useRetired'
import { useSession } from '../useSession'

export interface RecentOf { readonly caller: string | null; readonly phone: string | null; readonly asset: Asset | null }
export interface Recent {
  /** Open tickets of the asset: it may be the same fault. */
  readonly same: Readonly<Ref<readonly Ticket[]>>
  readonly of_caller: Readonly<Ref<readonly ContactRow[]>>
  readonly of_asset: Readonly<Ref<readonly AssetEvent[]>>
  readonly older: Retired
}
/** Something that happened to the asset: a ticket, or a call that no ticket followed. */
export interface AssetEvent { readonly at: string; readonly ticket: Ticket | null; readonly contact: ContactRow | null; readonly finding: Finding | null }

const SHOWN = 6

/** T2: what there was lately with who calls and what they call about. This device at once; the rest by one question to the server. */
export function useRecent(of: Readonly<Ref<RecentOf>>): Recent {
  const { projectId } = useSession()
  const contacts = useContactRows()
  const tickets = live(({ db }, project) => docsInProject(db, 'ticket', project))
  const findings = live(({ db }, project) => docsInProject(db, 'finding', project))

  const mine = computed(() => (tickets.value ?? []).filter(({ asset_id }) => asset_id !== null && asset_id === of.value.asset?.id))
  const same = computed(() => mine.value.filter(({ is_open }) => is_open).sort((a, b) => (a.opened_at < b.opened_at ? 1 : -1)))
  const of_caller = computed(() => (contacts.value ?? []).filter((row) => isBy(row, of.value)).slice(0, SHOWN))
  const of_asset = computed(() => {
    const raised = mine.value.map((ticket): AssetEvent => ({
      at: ticket.opened_at, ticket, contact: null, finding: (findings.value ?? []).find(({ ticket_id }) => ticket_id === ticket.id) ?? null,
    }))
    const asked = (contacts.value ?? [])
      .filter(({ contact }) => contact.ticket_id === null && contact.asset_id !== null && contact.asset_id === of.value.asset?.id)
      .map((contact): AssetEvent => ({ at: contact.contact.contacted_at, ticket: null, contact, finding: null }))
    return [...raised, ...asked].sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, SHOWN)
  })

  const asked = useRested(computed(() => pathOf(projectId.value, of.value)))
  return { same, of_caller, of_asset, older: useRetired(asked) }
}

function isBy({ contact }: ContactRow, { caller, phone }: RecentOf): boolean {
  if (phone !== null && contact.caller_phone !== null) return sameCaller(contact.caller_phone, phone)
  return caller !== null && contact.caller_name === caller
}

function pathOf(project: string | null, { caller, phone, asset }: RecentOf): string | null {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ caller, phone, asset: asset?.id })) if (value) query.set(name, value)
  const text = query.toString()
  return project === null || text === '' ? null : `/api/projects/${project}/recent?${text}`
}
