/**
 * A ticket's state: a pure fold of its findings and its events.
 *
 *     raised ── round sealed ──► confirmed ── every finding resolved ──► resolved ── client's word ──► closed
 *        │                            ▲  reopened, or refused by the client │                            │
 *        │                            └─────────────────────────────────────┴────────────────────────────┘
 *        └── every finding withdrawn, or by the desk ──► withdrawn (nothing is deleted)
 *
 * A `resolved` closes only the findings that it names: one that joined unseen keeps the ticket open.
 * A reopening revives what those resolves had closed that its author had seen. What was taken back does not count.
 */
import type { Answer, Confirmation, Finding, Round, Ticket, TicketPhase, TicketStep } from '../domain/types'
import { standingEvents } from './takenBack'
import { confirmation, namedFindings, unrevived } from './ticketConfirmation'
import type { TicketEventFacts } from './ticketEventFacts'
import { ticketStep, ticketTier } from './ticketStep'

export type { TicketEventFacts } from './ticketEventFacts'
export type FindingPhase = Finding['state']

/** One finding, and how its answer and its round stand now. */
export interface FindingFacts {
  readonly id: string
  readonly abnormal: boolean
  readonly sealed: boolean
}

export interface TicketFold {
  readonly state: TicketPhase
  readonly is_open: boolean
  readonly findings: Readonly<Record<string, FindingPhase>>
  readonly step: TicketStep
  readonly tier: Ticket['tier']
  readonly confirmation: Confirmation
}

/** Fold findings and ticket events. */
export function ticketState(findings: readonly FindingFacts[], events: readonly TicketEventFacts[]): TicketFold {
  const resolves = unrevived('resolved', events)
  const fixed = namedFindings(resolves)
  const phases = new Map(findings.map((fact) => [fact.id, findingPhase(fact, fixed)]))
  const isConfirmed =
    standingEvents(events).some((event) => event.name === 'confirmed') ||
    findings.some((fact) => fact.sealed && phases.get(fact.id) !== 'withdrawn')
  const withdrawn = unrevived('withdrawn_by_desk', events).length > 0
  const phase = withdrawn ? 'withdrawn' : ticketPhase(new Set(phases.values()), { resolved: resolves.length > 0, confirmed: isConfirmed })
  const own = new Set([...fixed].filter((id) => phases.has(id)))
  const word = confirmation(events, own, { resolved: phase === 'resolved' })
  const state = word === 'confirmed' || word === 'automatic' ? 'closed' : phase
  return {
    state,
    is_open: state === 'raised' || state === 'confirmed',
    findings: Object.fromEntries(phases),
    step: state === 'resolved' || state === 'closed' ? state : ticketStep(events),
    tier: ticketTier(events),
    confirmation: word,
  }
}

/** Read a finding's facts from its documents; where they left the feed, as the server last said. */
export function findingFacts(
  finding: Pick<Finding, 'id' | 'state'>,
  answer: Pick<Answer, 'value'> | null,
  round: Pick<Round, 'state'> | null,
): FindingFacts {
  const abnormal = answer === null ? finding.state !== 'withdrawn' : answer.value === 'abnormal'
  return { id: finding.id, abnormal, sealed: round?.state === 'sealed' }
}

/** The findings that a resolve made now would name. */
export const openFindings = (fold: TicketFold): string[] =>
  Object.keys(fold.findings)
    .filter((id) => fold.findings[id] === 'open')
    .sort()

function findingPhase(fact: FindingFacts, fixed: ReadonlySet<string>): FindingPhase {
  if (fixed.has(fact.id)) return 'fixed'
  return fact.abnormal ? 'open' : 'withdrawn'
}

function ticketPhase(
  standing: ReadonlySet<FindingPhase>,
  { resolved, confirmed }: { readonly resolved: boolean; readonly confirmed: boolean },
): TicketPhase {
  if (standing.has('open') || (standing.size === 0 && !resolved)) return confirmed ? 'confirmed' : 'raised'
  return standing.has('fixed') || standing.size === 0 ? 'resolved' : 'withdrawn'
}
