import { v7 } from 'uuid'
import { MAX_TEXT_CHARACTERS, checkText } from '../domain/limits'
import type { JsonObject, Ticket } from '../domain/types'
import { ruleEventId } from '../rules/ids'
import { act } from '../sync/act'
import { ticketEventRow } from '../sync/eventRows'
import { madeRow } from '../sync/newOperation'
import { newestPolicy } from '../sync/newestPolicy'

type Given =
  | 'description' | 'asset_id' | 'place_id' | 'kind' | 'severity' | 'suggested_severity' | 'severity_reason' | 'complexity' | 'found_at'
  | 'reporter_name' | 'reporter_phone' | 'remote_tried' | 'remote_result'
export interface NewTicket extends Partial<Pick<Ticket, Given | 'elsewhere'>> {
  readonly source: Exclude<Ticket['source'], 'round'>
  readonly title: string
}

export const MAX_TITLE_CHARACTERS = 120
const MOST: { readonly [name: string]: number } = { title: MAX_TITLE_CHARACTERS, reporter_name: 100, reporter_phone: 40 }
/** Whoever registers it is speaking to the reporter, or stands before the fault. */
const ANSWERED_AT_ONCE: { readonly [source: string]: string } = { call: 'phone', visit: 'site', engineer: 'site' }

/** Register a fault or a question, offline too; its number comes from the server. Gives the ticket's id. */
export async function raiseTicket(projectId: string, ticket: NewTicket): Promise<string> {
  for (const [name, value] of Object.entries(ticket)) if (typeof value === 'string') checkText(value, MOST[name] ?? MAX_TEXT_CHARACTERS)
  const id = v7()
  await act(async (db, identity) => {
    const place = { id, stream: `project:${projectId}` }
    const { title, ...given } = ticket
    const args = { project_id: projectId, ...ticket } as unknown as JsonObject
    const fields = { ...EMPTY, ...given, title_zh: title, title_en: title, opened_at: identity.at, found_at: ticket.found_at ?? identity.at }
    const { severity, complexity, source, remote_tried, remote_result } = fields
    const raised = { severity, complexity, source, remote_tried, remote_result, text: fields.description }
    const how = ANSWERED_AT_ONCE[source]
    const answered = { ...identity, op: ruleEventId(id, 'answered', id, identity.op) }
    const policy_id = await newestPolicy(db, projectId, identity.at)
    return {
      name: 'raise_ticket',
      doc: id,
      args,
      ticket_id: id,
      rows: [
        madeRow('ticket', id, place.stream, { ...fields, check_key: `own:${id}`, policy_id }),
        ticketEventRow(identity, place, 'raised', raised),
        ...(how === undefined ? [] : [ticketEventRow(answered, place, 'answered', { how, at_registration: true })]),
      ],
    }
  })
  return id
}

const EMPTY: Omit<Ticket, 'id' | 'title_zh' | 'title_en' | 'opened_at' | 'source' | 'check_key'> = {
  number: null, asset_id: null, round_id: null, severity: null, assignee_ids: [], state: 'raised', is_open: true, repeat_of_id: null, closed_at: null,
  kind: null, complexity: null, description: null, found_at: null, place_id: null, elsewhere: false, reporter_name: null, reporter_phone: null,
  suggested_severity: null, severity_reason: null, remote_tried: null, remote_result: null, policy_id: null, tier: 1, step: 'waiting', clocks: [],
  next_due_at: null, confirmation: 'none',
}
