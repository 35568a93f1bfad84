/**
 * What there is a clock for: its milestone, the events that meet it.
 * A later step implies the earlier ones: who diagnosed has arrived, who arrived was sent.
 */
import { isBlank } from './blank'
import type { Step } from './clocksOrder'
import type { Milestone, TicketFacts } from './clocksTypes'
import type { ClockKey, SlaPolicyBody } from './slaPolicy'

export const SENT: ReadonlySet<string> = new Set(['assigned', 'accepted', 'on_way'])
export const THERE: ReadonlySet<string> = new Set(['arrived', 'guided'])
/** A client's refusal is a reopening. */
export const REOPENS: ReadonlySet<string> = new Set(['reopened', 'client_refused'])

const DIAGNOSED = ['diagnosed', 'resolved']
const ARRIVED = [...THERE, ...DIAGNOSED]
const DISPATCHED = [...SENT, ...ARRIVED]
const MET_BY: Readonly<Record<Milestone, ReadonlySet<string>>> = {
  phone_response: new Set(['answered', ...DISPATCHED]),
  dispatch: new Set(DISPATCHED),
  arrival: new Set(ARRIVED),
  diagnosis: new Set(DIAGNOSED),
  solution: new Set(['resolved']),
  repair: new Set(['resolved']),
  spare: new Set(['spare_placed', 'resolved']),
  information: new Set(['answered', 'resolved']),
}

/** What a reopening makes unmet again; the earlier ones stay as judged. */
export const REOPENED_WITH: ReadonlySet<Milestone> = new Set<Milestone>(['solution', 'repair', 'spare', 'information'])

export interface ClockKind {
  readonly key: ClockKey
  readonly milestone: Milestone
}

export const CLOCKS: readonly ClockKind[] = [
  { key: 'phone_response', milestone: 'phone_response' },
  { key: 'first_answer', milestone: 'phone_response' },
  { key: 'dispatch', milestone: 'dispatch' },
  { key: 'arrival', milestone: 'arrival' },
  { key: 'on_site', milestone: 'arrival' },
  { key: 'diagnosis', milestone: 'diagnosis' },
  { key: 'solution', milestone: 'solution' },
  { key: 'repair', milestone: 'repair' },
  { key: 'spare', milestone: 'spare' },
  { key: 'information', milestone: 'information' },
]

/** An inquiry has only its own; a round's finder stands at the asset, so nobody waits for an answer (`not_for`). */
export function clocksFor(policy: SlaPolicyBody, facts: Pick<TicketFacts, 'kind' | 'source'>): ClockKind[] {
  if (facts.kind === 'inquiry') return CLOCKS.filter((kind) => kind.milestone === 'information')
  const spared = policy.not_for[facts.source] ?? []
  return CLOCKS.filter(
    (kind) => kind.milestone !== 'information' && !spared.includes(kind.key) && !spared.includes(kind.milestone),
  )
}

/** Repaired is only what was fixed, not worked around; information is an answer with words in it. */
export function isMetBy(milestone: Milestone, step: Step): boolean {
  if (!MET_BY[milestone].has(step.name)) return false
  if (step.name === 'assigned') return !Array.isArray(step.args['to']) || step.args['to'].length > 0
  if (step.name === 'resolved' && (milestone === 'repair' || milestone === 'spare')) return step.args['how'] === 'fixed'
  if (step.name === 'answered' && milestone === 'information') return !isBlank(textOf(step.args['text']))
  return true
}

/** Events that can meet it. */
export const namesOf = (milestone: Milestone): ReadonlySet<string> => MET_BY[milestone]

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
