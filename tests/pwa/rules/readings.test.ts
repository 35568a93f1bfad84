import { expect, test } from 'vitest'
import type { Reading, TemplateItem } from '@/domain/types'
import type { Drift, ParsedReading, ReadingVerdict, Series } from '@/rules/readings'
import { drift, isUnlikely, parseReading, readingVerdict, sameReading, updateSeries, withReading } from '@/rules/readings'
import { SEEDS, shuffled } from './shuffled'
import { vectors, whole } from './vectors'

interface TypedCase {
  readonly typed: string
  readonly decimals: number | null
  readonly expect: ParsedReading
}

interface VerdictCase {
  readonly item: Partial<TemplateItem>
  readonly reading: string | null
  readonly expect: ReadingVerdict | null
}

interface UnlikelyCase {
  readonly reading: string | null
  readonly last: string | null
  readonly low?: string
  readonly high?: string
  readonly expect: boolean
}

interface SameCase {
  readonly one: string | null
  readonly other: string | null
  readonly expect: boolean
}

interface DriftCase {
  readonly item: Partial<TemplateItem>
  readonly reading: string | null
  readonly earlier: readonly Reading[]
  readonly expect: Drift
}

interface SeriesCase {
  readonly series: Series
  readonly check_key: string
  readonly round_id: string
  readonly entry: Reading | null
  readonly expect: Series
}

test.each(vectors<TypedCase>('readings', 'parse_reading'))('reads a typed number or says why not: $name', (vector) => {
  expect(parseReading(vector.typed, vector.decimals)).toEqual(vector.expect)
})

test.each(vectors<VerdictCase>('readings', 'reading_verdict'))('gives a verdict by the limits: $name', (vector) => {
  expect(readingVerdict(whole('item', vector.item), vector.reading)).toBe(vector.expect)
})

test.each(vectors<UnlikelyCase>('readings', 'is_unlikely'))('doubts a reading beside the last one: $name', (vector) => {
  expect(isUnlikely(whole('item', { low: vector.low ?? null, high: vector.high ?? null }), vector.reading, vector.last)).toBe(vector.expect)
})

test.each(vectors<SameCase>('readings', 'same_reading'))('compares readings as numbers: $name', (vector) => {
  expect(sameReading(vector.one, vector.other)).toBe(vector.expect)
})

test.each(vectors<DriftCase>('readings', 'drift'))('gives the figures of the drift sentence: $name', (vector) => {
  expect(drift(whole('item', vector.item), vector.reading, vector.earlier)).toEqual(vector.expect)
})

test.each(vectors<SeriesCase>('readings', 'update_series'))('updates the series: $name', (vector) => {
  expect(updateSeries(vector.series, vector.check_key, vector.round_id, vector.entry)).toEqual(vector.expect)
})

test('keeps the same series in any order of arrival', () => {
  const entries = [3, 1, 2, 2].map((day, n) => ({ value: `${n}`, at: `2026-11-0${day}T06:00:00.000Z`, round_id: `r${n}` }))
  const kept = (arrived: readonly Reading[]): Reading[] => arrived.reduce<Reading[]>(withReading, [])
  for (const seed of SEEDS) expect(kept(shuffled(entries, seed))).toEqual(kept(entries))
})
