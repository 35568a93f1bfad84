import { expect, test } from 'vitest'
import type { Asset, Place, Plan, PlanScope } from '@/domain/types'
import { assetsInScope } from '@/rules/planScope'
import { hasLapsed, shownFrom } from '@/rules/roundTiming'
import { each, vectors } from './vectors'

interface ScopeCase {
  readonly scope: PlanScope
  readonly assets: readonly Partial<Asset>[]
  readonly places: readonly Place[]
  readonly expect: readonly string[]
}

test.each(vectors<ScopeCase>('plans', 'assets_in_scope'))('names the assets that a scope covers: $name', (vector) => {
  expect(assetsInScope(vector.scope, each('asset', vector.assets), vector.places)).toEqual(vector.expect)
})

test.each(vectors<{ lead: number; day: string; expect: string }>('plans', 'shown_from'))('tells from when a round is to be done: $name', (vector) => {
  expect(shownFrom({ lead_days: vector.lead }, vector.day)).toBe(vector.expect)
})

test.each(vectors<{ plan: Plan; day: string; today: string; expect: boolean }>('plans', 'has_lapsed'))(
  'tells a round that nobody began in time: $name',
  (vector) => {
    expect(hasLapsed(vector.plan, vector.day, vector.today)).toBe(vector.expect)
  },
)
