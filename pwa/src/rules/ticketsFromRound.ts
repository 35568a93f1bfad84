/**
 * What a round's answers mean for tickets (R4, T8), told from scratch each time and naming only what is new.
 * An abnormal answer raises a ticket, or joins the open one of the same fault, from the first submit on;
 * severity I and II already from a draft. Corrected to normal withdraws the finding, found again renews it.
 * Sealing confirms. Every id is a natural key, so telling it twice, or on a phone and on the server, is the same.
 */
import type { Answer, Asset, Finding, Template, Ticket } from '../domain/types'
import type { Confirm, Consequence, Found, Join, Raise, Renew, Withdraw, Worsen } from './consequences'
import { isFixedOnSite } from './fixedOnSite'
import { findingId, ticketId } from './ids'
import { cellKey, cellsOf } from './items'
import { WINDOW_DAYS, repeatOf } from './repeatRepair'
import type { RoundEventFacts } from './roundState'
import { roundState, wasSubmitted } from './roundState'
import type { Fault } from './sameFault'
import { isSameFault, ticketToJoin } from './sameFault'
import { isUrgent, isWorse } from './severity'
import { findingText, ticketTitles } from './ticketTitles'

export type AnsweredItem = Pick<
  Answer,
  | 'id' | 'asset_id' | 'check_key' | 'value' | 'severity' | 'reading' | 'seen' | 'actual' | 'indication' | 'remark'
  | 'separate_ticket' | 'fixed_on_site' | 'answered_at'
>
export type FindingStanding = Pick<Finding, 'id' | 'ticket_id' | 'asset_id' | 'check_key' | 'severity' | 'state'>
export type TicketStanding = Pick<
  Ticket,
  'id' | 'asset_id' | 'check_key' | 'severity' | 'state' | 'is_open' | 'opened_at' | 'closed_at'
>

/**
 * Documents as they stand. `findings` are this round's; `tickets` are those of its findings and, for every
 * fault answered here, the open ones and the ones closed within the window; `at` dates what has no answered_at.
 */
export interface RoundFacts {
  readonly round_id: string
  readonly template: Pick<Template, 'items'>
  readonly assets: readonly Pick<Asset, 'id' | 'category' | 'code' | 'name_zh' | 'name_en'>[]
  readonly answers: readonly AnsweredItem[]
  readonly findings: readonly FindingStanding[]
  readonly tickets: readonly TicketStanding[]
  readonly events: readonly RoundEventFacts[]
  readonly at: string
  readonly window_days?: number
  /** Cells (by cellKey) whose answers do not count. */
  readonly hidden?: ReadonlySet<string>
}

/** Everything that is not so yet, in the order in which the items are shown; confirmations last. */
export function ticketsFromRound(facts: RoundFacts): Consequence[] {
  const known = new Map(facts.findings.map((finding) => [finding.id, finding]))
  const told = asShown(facts).flatMap((answer): Consequence[] => {
    const finding = known.get(findingId(facts.round_id, answer.asset_id, answer.check_key))
    const one = finding === undefined ? ofNew(facts, answer) : ofKnown(facts, answer, finding)
    return one === null ? [] : [one]
  })
  return [...told, ...confirmed(facts, told)]
}

function asShown({ template, assets, answers }: RoundFacts): AnsweredItem[] {
  const cells = cellsOf(template, assets)
  const order = new Map(cells.map(({ asset, item }, i) => [cellKey(asset?.id ?? null, item.check_key), i]))
  const shownAt = (answer: AnsweredItem): number => order.get(cellKey(answer.asset_id, answer.check_key)) ?? cells.length
  const byName = (answer: AnsweredItem): string => `${answer.check_key} ${answer.asset_id ?? ''}`
  return [...answers].sort((a, b) => shownAt(a) - shownAt(b) || (byName(a) < byName(b) ? -1 : 1))
}

function ofNew(facts: RoundFacts, answer: AnsweredItem): Raise | Join | null {
  const due = wasSubmitted(facts.events) || isUrgent(answer.severity)
  if (!isFault(facts, answer) || !due) return null
  const own = ticketId(facts.round_id, answer.asset_id, answer.check_key)
  // Its ticket was made before its finding was (offered again after a restore).
  if (facts.tickets.some((ticket) => ticket.id === own)) return join(facts, answer, own)
  const open = ticketToJoin(facts.tickets, answer)
  if (isFixedOnSite(answer) && (open === null || answer.separate_ticket === true)) return null
  if (open === null || answer.separate_ticket === true) return raise(facts, answer, open !== null)
  return join(facts, answer, open.id)
}

const isFault = ({ hidden }: RoundFacts, { value, asset_id, check_key }: AnsweredItem): boolean =>
  value === 'abnormal' && !(hidden?.has(cellKey(asset_id, check_key)) ?? false)

function found(facts: RoundFacts, answer: AnsweredItem, ticket: string): Found {
  return {
    ticket_id: ticket,
    finding_id: findingId(facts.round_id, answer.asset_id, answer.check_key),
    answer_id: answer.id,
    asset_id: answer.asset_id,
    check_key: answer.check_key,
    severity: answer.severity,
    text: findingText(answer),
    indication: answer.indication,
    actual: answer.actual,
    reading: answer.reading,
    found_at: answer.answered_at ?? facts.at,
  }
}

const ownTicket = (facts: RoundFacts, { asset_id, check_key }: AnsweredItem): string =>
  ticketId(facts.round_id, asset_id, check_key)

const join = (facts: RoundFacts, answer: AnsweredItem, ticket: string): Join => ({
  ...found(facts, answer, ticket),
  kind: 'join',
  own_ticket_id: ownTicket(facts, answer),
})

function raise(facts: RoundFacts, answer: AnsweredItem, separate: boolean): Raise {
  const told = found(facts, answer, ownTicket(facts, answer))
  const asset = facts.assets.find(({ id }) => id === answer.asset_id) ?? null
  const item = facts.template.items.find(({ check_key }) => check_key === answer.check_key) ?? null
  return {
    ...told,
    kind: 'raise',
    ...ticketTitles(asset, item, answer.check_key),
    separate,
    repeat_of_id: repeatOf(answer, told.found_at, facts.tickets, facts.window_days ?? WINDOW_DAYS),
  }
}

function ofKnown(
  facts: RoundFacts,
  answer: AnsweredItem,
  finding: FindingStanding,
): Withdraw | Renew | Worsen | null {
  const { id, value, severity } = answer
  const toldOf = { ticket_id: finding.ticket_id, finding_id: finding.id }
  if (!isFault(facts, answer)) {
    return finding.state === 'open' ? { ...toldOf, kind: 'withdraw', answer_id: id, value } : null
  }
  if (finding.state === 'withdrawn') {
    const separate = anotherIsOpen(facts, finding.ticket_id, finding)
    return { ...toldOf, kind: 'renew', answer_id: id, severity, separate }
  }
  const graded = facts.tickets.find((ticket) => ticket.id === finding.ticket_id)?.severity ?? null
  const worse = severity !== null && isWorse(severity, finding.severity) && isWorse(severity, graded)
  return worse ? { ...toldOf, kind: 'worsen', severity } : null
}

const anotherIsOpen = (facts: RoundFacts, ticketId: string, fault: Fault): boolean =>
  facts.tickets.some((ticket) => ticket.is_open && ticket.id !== ticketId && isSameFault(ticket, fault))

/** Tickets still merely raised in which a finding of the sealed round stands. */
function confirmed(facts: RoundFacts, told: readonly Consequence[]): Confirm[] {
  if (roundState(facts.events) !== 'sealed') return []
  const states = new Map<string, string>(facts.tickets.map((ticket) => [ticket.id, ticket.state]))
  const standing = new Map(
    facts.findings.filter(({ state }) => state !== 'withdrawn').map((finding) => [finding.id, finding.ticket_id]),
  )
  for (const one of told) {
    if (one.kind === 'withdraw') standing.delete(one.finding_id)
    if (one.kind === 'raise' || one.kind === 'join' || one.kind === 'renew') standing.set(one.finding_id, one.ticket_id)
    if (one.kind === 'raise' || one.kind === 'renew') states.set(one.ticket_id, 'raised')
  }
  const waiting = [...new Set(standing.values())].filter((ticket) => states.get(ticket) === 'raised').sort()
  return waiting.map((ticket) => ({
    kind: 'confirm',
    ticket_id: ticket,
    finding_ids: [...standing].flatMap(([finding, of]) => (of === ticket ? [finding] : [])).sort(),
  }))
}
