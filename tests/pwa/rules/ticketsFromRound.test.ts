import { describe, expect, test } from 'vitest'
import type { Answer, Asset, Finding, TemplateItem, Ticket } from '@/domain/types'
import type { Consequence } from '@/rules/consequences'
import { cellKey } from '@/rules/items'
import type { RoundEventFacts } from '@/rules/roundState'
import type { RoundFacts } from '@/rules/ticketsFromRound'
import { ticketsFromRound } from '@/rules/ticketsFromRound'
import { SEEDS, shuffled } from './shuffled'
import { each, templateOf, vectors } from './vectors'

interface Scene {
  readonly round_id: string
  readonly at: string
  readonly items: readonly Partial<TemplateItem>[]
  readonly assets: readonly Partial<Asset>[]
}

interface TicketsCase {
  readonly answers: readonly Partial<Answer>[]
  readonly findings: readonly Partial<Finding>[]
  readonly tickets: readonly Partial<Ticket>[]
  readonly events: readonly RoundEventFacts[]
  readonly window_days?: number
  readonly hidden?: readonly (readonly [string | null, string])[]
  readonly expect: readonly Consequence[]
}

const [scene] = vectors<Scene>('tickets_from_round', 'scene')

function facts(vector: TicketsCase, seed = 0): RoundFacts {
  if (!scene) throw new Error('the vectors have a scene')
  return {
    round_id: scene.round_id,
    at: scene.at,
    template: templateOf(scene.items),
    assets: each('asset', scene.assets),
    answers: shuffled(each('answer', vector.answers), seed),
    findings: shuffled(each('finding', vector.findings), seed),
    tickets: shuffled(each('ticket', vector.tickets), seed),
    events: shuffled(vector.events, seed),
    hidden: new Set((vector.hidden ?? []).map(([asset, check]) => cellKey(asset, check))),
    ...(vector.window_days === undefined ? {} : { window_days: vector.window_days }),
  }
}

describe.each(vectors<TicketsCase>('tickets_from_round', 'tickets_from_round'))('tickets of a round: $name', (vector) => {
  test('are told, whatever arrived first', () => {
    for (const seed of SEEDS.slice(0, 5)) expect(ticketsFromRound(facts(vector, seed))).toEqual(vector.expect)
  })
})
