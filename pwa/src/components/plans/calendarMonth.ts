/** A month of rounds: what is due, done, late and missed on each day. */
import type { PlansDesk } from '@/composables/usePlans'
import type { Plan, Round } from '@/domain/types'
import { addDays, daysBetween, isoWeekday, lastDayOfMonth } from '@/rules/days'
import { roundId } from '@/rules/ids'
import { occurrences } from '@/rules/recurrence'
import { hasLapsed } from '@/rules/roundTiming'

export const ROUND_MARKS = ['done', 'open', 'late', 'missed', 'due'] as const
export type RoundMark = (typeof ROUND_MARKS)[number]
/** `round`: null where nobody has made it yet. */
export interface RoundOfDay { readonly id: string; readonly day: string; readonly mark: RoundMark; readonly plan: Plan | null; readonly round: Round | null; readonly name_zh: string; readonly name_en: string }

/** Whole weeks from Monday that hold the month (`2026-11`). */
export function daysOfMonth(month: string): string[] {
  const first = `${month}-01`
  const last = `${month}-${String(lastDayOfMonth(first)).padStart(2, '0')}`
  const begin = addDays(first, 1 - isoWeekday(first))
  const end = addDays(last, 7 - isoWeekday(last))
  return Array.from({ length: daysBetween(begin, end) + 1 }, (_, n) => addDays(begin, n))
}

export function monthAfter(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7)
}

/** Rounds from `from` to `to`, by day; `plan_id` leaves only those of one plan. */
export function roundsOfDays(desk: PlansDesk, [from, to]: readonly [string, string], now: Date, { today, plan_id }: { today: string; plan_id: string }): ReadonlyMap<string, RoundOfDay[]> {
  const plan_of = new Map(desk.plans.map((plan) => [plan.id, plan]))
  const made = desk.rounds.filter(({ occurrence_date: day }) => from <= day && day <= to).map((round): RoundOfDay => {
    const plan = plan_of.get(round.plan_id ?? '') ?? null
    return { id: round.id, day: round.occurrence_date, mark: markOf(round, plan, today, now), plan, round, name_zh: round.name_zh, name_en: round.name_en }
  })
  const known = new Set(desk.rounds.map(({ id }) => id))
  const foreseen = desk.plans.flatMap((plan) => occurrences(plan, from > today ? from : today, to, desk.calendar)
    .map((day): RoundOfDay => ({ id: roundId(plan.id, day), day, mark: 'due', plan, round: null, name_zh: plan.name_zh, name_en: plan.name_en }))
    .filter(({ id }) => !known.has(id)))
  const by_day = new Map<string, RoundOfDay[]>()
  for (const one of [...made, ...foreseen]) {
    if (plan_id === '' || one.plan?.id === plan_id) by_day.set(one.day, [...(by_day.get(one.day) ?? []), one])
  }
  return by_day
}

function markOf(round: Round, plan: Plan | null, today: string, now: Date): RoundMark {
  if (round.state === 'submitted' || round.state === 'sealed') return 'done'
  const late = round.due_at !== null && Date.parse(round.due_at) < now.getTime()
  if (round.state !== 'planned') return late ? 'late' : 'open'
  if (round.missed_at !== null || (plan !== null && hasLapsed(plan, round.occurrence_date, today))) return 'missed'
  return late ? 'late' : 'due'
}
