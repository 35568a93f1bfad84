import { expect, test } from 'vitest'
import type { Forecast, Reading } from '@/domain/types'
import { forecast } from '@/rules/forecast'
import type { Limits } from '@/rules/readings'
import { vectors } from './vectors'

interface ForecastCase {
  readonly item: Limits
  readonly entries: readonly Reading[]
  readonly expect: Forecast | null
}

test.each(vectors<ForecastCase>('forecast', 'forecast'))('a reading on its way out: $name', (vector) => {
  expect(forecast(vector.item, vector.entries)).toEqual(vector.expect)
  expect(forecast(vector.item, [...vector.entries].reverse())).toEqual(vector.expect)
})
