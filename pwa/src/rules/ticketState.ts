/**
 * A ticket's state: a pure fold of its findings and its events.
 *
 *     raised ── round sealed ──► confirmed ── every finding resolved ──► resolved
 *        │                            ▲  reopened │
 *        └── every finding withdrawn ──► withdrawn (nothing is deleted)
 *
 * A `resolved` closes only the findings that it names: one that joined unseen keeps the ticket open.
 * A `reopened` revives what those resolves had closed that its author had seen.
 */
import type { Answer, Finding, Round, TicketEvent, TicketPhase } from '../domain/types'
import { past } from './causes'

export type FindingPhase = Finding['state']
export type TicketEventFacts = Pick<TicketEvent, 'id' | 'name' | 'after' | 'args'>

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
}

/** Fold findings and ticket events. */
export function ticketState(findings: readonly FindingFacts[], events: readonly TicketEventFacts[]): TicketFold {
  const standing = standingResolves(events)
  const fixed = new Set(standing.flatMap(namedFindings))
  const phases = new Map(findings.map((fact) => [fact.id, findingPhase(fact, fixed)]))
  const confirmed =
    events.some((event) => event.name === 'confirmed') ||
    findings.some((fact) => fact.sealed && phases.get(fact.id) !== 'withdrawn')
  const state = ticketPhase(new Set(phases.values()), { resolved: standing.length > 0, confirmed })
  return { state, is_open: state === 'raised' || state === 'confirmed', findings: Object.fromEntries(phases) }
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

/** Resolves that no reopening has seen. */
function standingResolves(events: readonly TicketEventFacts[]): TicketEventFacts[] {
  const revived = new Set(
    events.filter((event) => event.name === 'reopened').flatMap((event) => [...past(event.id, events)]),
  )
  return events.filter((event) => event.name === 'resolved' && !revived.has(event.id))
}

function namedFindings(event: TicketEventFacts): string[] {
  const named = event.args?.['findings']
  return Array.isArray(named) ? named.filter((id) => typeof id === 'string') : []
}

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
