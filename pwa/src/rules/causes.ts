/**
 * Order of events: by `after` (the last events that the author saw) and by nothing else.
 * Clocks lie and messages overtake each other; what an author had seen does neither. `after` names only
 * the newest events, so an event's past is the transitive closure. A cause that is not here yet is in the
 * past by its id, its own causes unknown: the fold settles when it arrives (invariant I13).
 */
export interface CausedEvent {
  readonly id: string
  readonly after: readonly string[]
}

/** Everything that the author of this event had seen, directly or by way of another event. */
export function past(eventId: string, events: readonly CausedEvent[]): Set<string> {
  const after = new Map(events.map((event) => [event.id, event.after]))
  const seen = new Set<string>()
  const todo = [eventId]
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    for (const cause of after.get(next) ?? []) {
      if (seen.has(cause)) continue
      seen.add(cause)
      todo.push(cause)
    }
  }
  return seen
}

/** The events that no other event has seen: what the next event names in its `after`. */
export function heads(events: readonly CausedEvent[]): string[] {
  const seen = new Set(events.flatMap((event) => event.after))
  return events
    .map((event) => event.id)
    .filter((id) => !seen.has(id))
    .sort()
}
