/** One moment of a ticket's timeline as a message key with what goes into it. */
import type { Json, TicketMoment } from '@/domain/types'

export interface MomentWords {
  readonly key: string
  readonly params: Record<string, string | number>
  /** What a person wrote. */
  readonly text: string | null
  readonly people: readonly string[]
}

const text = (value: Json | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null)
const ids = (value: Json | undefined): string[] => (Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [])

/** Where a person's words are, the weightiest first. */
const SAID = ['text', 'solution', 'tried', 'conclusion', 'cause', 'title', 'reason', 'note'] as const

export function momentWords({ event }: Pick<TicketMoment, 'event'>): MomentWords {
  if (!event) return { key: 'event_photo', params: {}, text: null, people: [] }
  const args = event.args ?? {}
  const said = SAID.map((name) => text(args[name])).find((words) => words !== null) ?? null
  const people = ids(args['to'])
  const params: Record<string, string | number> = typeof args['to_tier'] === 'number' ? { tier: args['to_tier'] } : {}
  if (event.name === 'resolved') {
    const findings = ids(args['findings']).length
    const fixed = findings === 0 ? 'event_fixed' : 'event_resolved'
    return { key: args['how'] === 'workaround' ? 'event_workaround' : fixed, params: { n: findings }, text: said, people: [] }
  }
  if (event.name === 'graded') {
    if (typeof args['severity'] !== 'number') return { key: 'event_complexity', params: {}, text: said, people: [] }
    return { key: 'event_graded', params: { level: args['severity'] }, text: said, people: [] }
  }
  if (event.name === 'escalated' && text(args['clock']) !== null) return { key: 'event_by_itself', params, text: null, people: [] }
  const key = event.name === 'arrived' && args['proven'] === true ? 'event_arrived_proven' : `event_${event.name}`
  return { key, params, text: said, people }
}
