import type { RouteLocationRaw } from 'vue-router'
import type { OutboxGroup, RoundBrief } from '@/domain/types'
import { wayInto } from '../today/roundOrder'

/** Where a row of what waits leads: the receipt of a submitted round, the next step of one under way, a ticket. */
export function groupLink({ kind, id }: Pick<OutboxGroup, 'kind' | 'id'>, briefs: readonly RoundBrief[]): RouteLocationRaw | undefined {
  if (!id) return undefined
  if (kind === 'ticket') return { name: 'ticket', params: { ticket: id } }
  if (kind === 'asset') return { name: 'asset', params: { asset: id } }
  if (kind !== 'round') return undefined
  const brief = briefs.find((each) => each.id === id)
  return brief ? wayInto(brief) : { name: 'submitted', params: { round: id } }
}
