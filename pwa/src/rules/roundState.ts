/**
 * A round's state: a pure fold of its events.
 *
 *     planned ── opened ──► open ── submitted ──► submitted ── approved ──► sealed
 *                                      ▲              │ sent_back
 *                                      └── submitted ── sent_back
 *
 * A submit counts only if its author had seen every send-back; whoever did not has work left to look at.
 */
import type { RoundEvent, RoundPhase } from '../domain/types'
import { past } from './causes'

export type RoundEventFacts = Pick<RoundEvent, 'id' | 'name' | 'after'>

/** Fold round events; `touched` = a scan or an answer of the round exists. */
export function roundState(events: readonly RoundEventFacts[], { touched = false } = {}): RoundPhase {
  if (events.some((event) => event.name === 'approved')) return 'sealed'
  if (standingSubmits(events).length > 0) return 'submitted'
  if (events.some((event) => event.name === 'sent_back')) return 'sent_back'
  return touched || events.length > 0 ? 'open' : 'planned'
}

/** Submits that had every send-back in their past. */
export function standingSubmits(events: readonly RoundEventFacts[]): string[] {
  const sentBack = events.filter((event) => event.name === 'sent_back')
  const standing = events.filter((event) => {
    if (event.name !== 'submitted') return false
    const seen = past(event.id, events)
    return sentBack.every((back) => seen.has(back.id))
  })
  return standing.map((event) => event.id).sort()
}

/** Send-backs that no submit has seen: what the phone still has to show. */
export function unansweredSendBacks(events: readonly RoundEventFacts[]): string[] {
  const answered = new Set(
    events.filter((event) => event.name === 'submitted').flatMap((event) => [...past(event.id, events)]),
  )
  return events
    .filter((event) => event.name === 'sent_back' && !answered.has(event.id))
    .map((event) => event.id)
    .sort()
}

/** True from the first submit on, sent back or not: from then on every finding has its ticket. */
export const wasSubmitted = (events: readonly Pick<RoundEvent, 'name'>[]): boolean =>
  events.some((event) => event.name === 'submitted' || event.name === 'approved')
