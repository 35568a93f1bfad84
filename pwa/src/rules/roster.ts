/** The duty roster (S5): who is on duty at a moment. A shift counts from its start up to, not at, its end. */
import type { Shift } from '../domain/types'

export const DUTIES = ['first', 'second', 'hotline'] as const
export type PlannedShift = Pick<Shift, 'person_id' | 'starts_at' | 'ends_at' | 'duty' | 'cancelled_at'>
/** One person's duty at a moment, and until when. */
export interface OnDuty { readonly person_id: string; readonly duty: Shift['duty']; readonly until: string }

/** Also one that takes no time at all. */
export function endsBeforeItStarts(shift: Pick<Shift, 'starts_at' | 'ends_at'>): boolean {
  return Date.parse(shift.ends_at) <= Date.parse(shift.starts_at)
}

export function countsAt(shift: PlannedShift, atMs: number): boolean {
  return shift.cancelled_at === null && Date.parse(shift.starts_at) <= atMs && atMs < Date.parse(shift.ends_at)
}

/** First, second, hot line; whoever stays longest before the others; one person once a duty. */
export function onDuty(shifts: readonly PlannedShift[], atMs: number): OnDuty[] {
  const now = shifts.filter((shift) => countsAt(shift, atMs)).sort(
    (a, b) => DUTIES.indexOf(a.duty) - DUTIES.indexOf(b.duty) || Date.parse(b.ends_at) - Date.parse(a.ends_at) || (a.person_id < b.person_id ? -1 : 1),
  )
  const found = new Map<string, OnDuty>()
  for (const { person_id, duty, ends_at } of now) {
    const key = `${duty}/${person_id}`
    if (!found.has(key)) found.set(key, { person_id, duty, until: ends_at })
  }
  return [...found.values()]
}

/** When somebody's duty begins or ends next; null: nothing is planned any more. */
export function nextChange(shifts: readonly PlannedShift[], atMs: number): string | null {
  const edges = shifts.filter(({ cancelled_at }) => cancelled_at === null).flatMap(({ starts_at, ends_at }) => [starts_at, ends_at])
  return edges.filter((edge) => Date.parse(edge) > atMs).sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null
}
