import { expect, test } from 'vitest'
import type { Ticket } from '@/domain/types'
import { WINDOW_DAYS, repeatOf } from '@/rules/repeatRepair'
import { each, vectors } from './vectors'

interface RepeatCase {
  readonly asset_id: string | null
  readonly check_key: string
  readonly found_at: string
  readonly tickets: readonly Partial<Ticket>[]
  readonly window_days: number | null
  readonly expect: string | null
}

test.each(vectors<RepeatCase>('repeat_repair', 'repeat_of'))('names the repair that did not hold: $name', (vector) => {
  const found = repeatOf(vector, vector.found_at, each('ticket', vector.tickets), vector.window_days ?? WINDOW_DAYS)
  expect(found).toBe(vector.expect)
})
