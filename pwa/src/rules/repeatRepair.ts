/** Repeat repair (重复修理, T8): the same fault on the same asset, repaired and there again within the window. */
import type { Ticket } from '../domain/types'
import type { Fault } from './sameFault'
import { isSameFault } from './sameFault'

export const WINDOW_DAYS = 90
const DAY_MS = 86_400_000

export type RepairedTicket = Pick<Ticket, 'id' | 'asset_id' | 'check_key' | 'state' | 'closed_at'>

/**
 * The ticket whose repair did not hold: the last one resolved before `foundAt`, within the window.
 * A fault of the whole round (no asset) repeats nothing: nothing says that it is the same thing.
 */
export function repeatOf(
  fault: Fault,
  foundAt: string,
  tickets: readonly RepairedTicket[],
  windowDays = WINDOW_DAYS,
): string | null {
  if (fault.asset_id === null) return null
  const found = Date.parse(foundAt)
  const held = tickets
    .filter((ticket) => isSameFault(ticket, fault) && isRepaired(ticket))
    .map(({ id, closed_at }) => ({ id, since: found - Date.parse(closed_at ?? '') }))
    .filter(({ since }) => since >= 0 && since <= windowDays * DAY_MS)
    .sort((a, b) => a.since - b.since || (a.id > b.id ? -1 : 1))
  return held[0]?.id ?? null
}

const isRepaired = ({ state, closed_at }: RepairedTicket): boolean => (state === 'resolved' || state === 'closed') && closed_at !== null
