import type { TicketView } from '@/domain/types'

/** The one button that moves on (interface.md 3.12). */
export type NextStep = 'accept' | 'set_out' | 'arrive' | 'diagnose' | 'resolve' | 'confirm' | null

export function nextStep({ ticket, state }: TicketView, person: string | null): NextStep {
  if (state === 'resolved') return 'confirm'
  if (!ticket.is_open) return null
  const mine = person !== null && (ticket.assignee_ids ?? []).includes(person)
  switch (ticket.step) {
    case 'waiting': return 'accept'
    case 'accepted': return mine ? 'set_out' : 'accept'
    case 'on_way': return 'arrive'
    case 'arrived': return 'diagnose'
    default: return 'resolve'
  }
}

const PRESSED = ['accepted', 'on_way', 'arrived', 'diagnosed'] as const
export type Pressed = (typeof PRESSED)[number]

/** The last standing press of each step, with its time. */
export function pressedSteps({ events }: TicketView): { name: Pressed; at: string; id: string }[] {
  const taken = new Set(events.map(({ event }) => (event?.name === 'taken_back' ? event.args?.['event'] : null)))
  return PRESSED.flatMap((name) => {
    const last = [...events].reverse().find(({ event }) => event?.name === name && !taken.has(event.id))
    return last ? [{ name, at: last.at, id: last.id }] : []
  })
}
