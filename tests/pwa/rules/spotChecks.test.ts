import { expect, test } from 'vitest'
import type { TemplateItem } from '@/domain/types'
import type { SpotCheckRound } from '@/rules/spotChecks'
import { isSpotCheck } from '@/rules/spotChecks'
import { vectors, whole } from './vectors'

interface SpotCheckCase {
  readonly round: SpotCheckRound
  readonly item: Partial<TemplateItem>
  readonly asset_id: string | null
  readonly expect: boolean
}

test.each(vectors<SpotCheckCase>('spot_checks', 'is_spot_check'))('chance asks for a photo: $name', (vector) => {
  expect(isSpotCheck(vector.round, whole('item', vector.item), vector.asset_id)).toBe(vector.expect)
})
