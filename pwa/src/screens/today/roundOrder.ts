import type { RoundBrief } from '@/domain/types'

/** The round that gets the filled button: the one under way, else the next one due; what is handed in has none. */
export function firstOf(rounds: readonly RoundBrief[]): RoundBrief | null {
  const doable = rounds.filter(({ phase }) => phase === 'planned' || phase === 'open')
  const by_due = [...doable].sort((a, b) => (a.due_at ?? '9').localeCompare(b.due_at ?? '9'))
  return by_due.find(({ started }) => started) ?? by_due[0] ?? null
}

/** What comes up: the next time of each plan that has nothing to do today; tomorrow's daily round is no news today. */
export function nextOfEach(coming: readonly RoundBrief[], today: readonly RoundBrief[]): RoundBrief[] {
  const known = new Set(today.map(({ plan }) => plan?.id))
  return [...coming]
    .sort((a, b) => a.occurrence_date.localeCompare(b.occurrence_date))
    .filter(({ plan }) => plan === null || (!known.has(plan.id) && known.add(plan.id)))
}

/** Of each plan the one that lapsed last: what lies before it is the desk's to look at. */
export function lastOfEach(missed: readonly RoundBrief[]): RoundBrief[] {
  const by_day = [...missed].sort((a, b) => (a.occurrence_date < b.occurrence_date ? -1 : 1))
  return [...new Map(by_day.map((brief) => [brief.plan?.id ?? brief.id, brief])).values()]
}

export interface DueFormat {
  dayOrTime(iso: string, now: Date): string
}

/** The earliest limit among the rounds still to be done. */
export function dueText(rounds: readonly RoundBrief[], now: Date, format: DueFormat): string {
  const open = rounds.filter(({ phase }) => phase === 'planned' || phase === 'open')
  const [earliest] = open.flatMap(({ due_at }) => due_at ?? []).sort()
  return earliest ? format.dayOrTime(earliest, now) : ''
}

export function isLate({ due_at, phase }: Pick<RoundBrief, 'due_at' | 'phase'>, now: Date): boolean {
  return due_at !== null && (phase === 'planned' || phase === 'open') && Date.parse(due_at) < now.getTime()
}

/** Where a tap on a round leads: the door before it began, its next step after. */
export function wayInto({ id, phase, started, counts }: Pick<RoundBrief, 'id' | 'phase' | 'started' | 'counts'>) {
  const params = { round: id }
  if (phase === 'submitted' || phase === 'sealed') return { name: 'submitted', params }
  if (phase === 'sent_back') return { name: 'sent-back', params }
  if (!started) return { name: 'door', params }
  if (counts.assets_done >= counts.assets) return { name: 'finish', params }
  return { name: 'scan', query: { round: id } }
}
