/**
 * A ticket's events as the clocks take them: in order, without what was taken back, each with its moment.
 *
 * Order: what an author had seen comes first (`after`); between those that had not seen each other the server's
 * receipt decides, then the id. A phone's clock orders nothing. An event's moment is what the phone said, skew
 * corrected, if that lies between what its author had seen and its receipt; else it is the receipt.
 */
import type { ClockEvent } from './clocksTypes'

/** One event. `number` is its place; `seen` its author knew of; `said` is the phone's time, `moment` what counts. */
export interface Step {
  readonly id: string
  readonly name: string
  readonly args: Readonly<Record<string, unknown>>
  readonly number: number
  readonly said: number
  readonly moment: number
  readonly received: number
  readonly seen: ReadonlySet<string>
}

/** What stands, what was taken back by which event, and the order of all of them by their ids. */
export interface Course {
  readonly steps: readonly Step[]
  readonly order: readonly string[]
  readonly takenBack: readonly { readonly gone: Step; readonly by: Step }[]
}

/** `begin` is the ticket's start: no moment lies before it. */
export function courseOf(events: readonly ClockEvent[], begin: number): Course {
  const steps = withMoments(inOrder(events), begin)
  const gone = new Map<string, Step>()
  for (const step of [...steps].reverse()) {
    const named = step.args['event']
    if (step.name !== 'taken_back' || gone.has(step.id) || typeof named !== 'string') continue
    if (!gone.has(named)) gone.set(named, step)
  }
  return {
    steps: steps.filter((step) => !gone.has(step.id)),
    order: steps.map((step) => step.id),
    takenBack: steps.flatMap((step) => {
      const by = gone.get(step.id)
      return by === undefined ? [] : [{ gone: step, by }]
    }),
  }
}

/** Causes first, then receipt, then id; the same for any order of arrival, events heard twice included. */
export function inOrder(events: readonly ClockEvent[]): ClockEvent[] {
  const waiting = new Map(events.map((event) => [event.id, event]))
  const ordered: ClockEvent[] = []
  while (waiting.size > 0) {
    const left = [...waiting.values()]
    const ready = left.filter((event) => event.after.every((cause) => !waiting.has(cause)))
    // What names each other as cause is nobody's honest history; it still has one order.
    const next = ready.length > 0 ? [first(ready)] : [...left].sort(byReceipt)
    for (const event of next) {
      waiting.delete(event.id)
      ordered.push(event)
    }
  }
  return ordered
}

const first = (events: readonly ClockEvent[]): ClockEvent =>
  events.reduce((best, event) => (byReceipt(event, best) < 0 ? event : best))

const byReceipt = (a: ClockEvent, b: ClockEvent): number =>
  Date.parse(a.received_at) - Date.parse(b.received_at) || (a.id < b.id ? -1 : 1)

function withMoments(ordered: readonly ClockEvent[], begin: number): Step[] {
  const steps = new Map<string, Step>()
  ordered.forEach((event, number) => {
    const causes = event.after.filter((cause) => cause !== event.id)
    const known = causes.flatMap((cause) => steps.get(cause) ?? [])
    const seen = new Set([...causes, ...known.flatMap((cause) => [...cause.seen])])
    const earliest = Math.max(begin, ...known.map((cause) => cause.moment))
    const [said, received] = [Date.parse(event.at), Date.parse(event.received_at)]
    const moment = earliest <= said && said <= received ? said : Math.max(earliest, received)
    steps.set(event.id, { id: event.id, name: event.name, args: event.args ?? {}, number, said, moment, received, seen })
  })
  return [...steps.values()]
}
