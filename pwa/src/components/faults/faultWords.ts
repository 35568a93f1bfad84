/** How a reported fault stands, in the words of whom it is done for: no codes, no inner steps. Pure. */
import type { ClientTicket } from '@/domain/types'

export const STANDINGS = ['on_way_here', 'received', 'given', 'coming', 'there', 'found', 'solved', 'confirmed', 'over', 'withdrawn'] as const
export type Standing = (typeof STANDINGS)[number]

/** `sent`: the server has it. */
export function standingOf({ state, step, confirmation }: Pick<ClientTicket, 'state' | 'step' | 'confirmation'>, sent: boolean): Standing {
  if (!sent) return 'on_way_here'
  if (state === 'withdrawn') return 'withdrawn'
  if (state === 'closed') return confirmation === 'confirmed' ? 'confirmed' : 'over'
  if (state === 'resolved') return 'solved'
  const told = { accepted: 'given', on_way: 'coming', arrived: 'there', diagnosed: 'found' } as const
  return step in told ? told[step as keyof typeof told] : 'received'
}

export const isOver = (standing: Standing): boolean => standing === 'confirmed' || standing === 'over' || standing === 'withdrawn'
