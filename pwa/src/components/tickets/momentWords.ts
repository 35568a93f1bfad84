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

export function momentWords({ event }: Pick<TicketMoment, 'event'>): MomentWords {
  if (!event) return { key: 'event_photo', params: {}, text: null, people: [] }
  const args = event.args ?? {}
  const said = text(args['text']) ?? text(args['solution']) ?? text(args['reason']) ?? text(args['note'])
  if (event.name === 'resolved') {
    const findings = ids(args['findings']).length
    return { key: args['how'] === 'workaround' ? 'event_workaround' : 'event_resolved', params: { n: findings }, text: said, people: [] }
  }
  if (event.name === 'graded' && typeof args['severity'] === 'number') {
    return { key: 'event_graded', params: { level: args['severity'] }, text: null, people: [] }
  }
  return { key: `event_${event.name}`, params: {}, text: said, people: ids(args['to']) }
}
