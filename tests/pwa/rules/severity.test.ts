import { expect, test } from 'vitest'
import type { Severity } from '@/domain/types'
import { isUrgent, isWorse, roman, worstSeverity } from '@/rules/severity'
import { vectors } from './vectors'

type Graded = Severity | null

test.each(vectors<{ severities: Graded[]; expect: Graded }>('severity', 'worst_severity'))('worst of several: $name', (vector) => {
  expect(worstSeverity(vector.severities)).toBe(vector.expect)
})

test.each(vectors<{ severity: Graded; than: Graded; expect: boolean }>('severity', 'is_worse'))('worse of two: $name', (vector) => {
  expect(isWorse(vector.severity, vector.than)).toBe(vector.expect)
})

test.each(vectors<{ severity: Graded; expect: boolean }>('severity', 'is_urgent'))('urgent: $name', (vector) => {
  expect(isUrgent(vector.severity)).toBe(vector.expect)
})

test.each(vectors<{ severity: Severity; expect: string }>('severity', 'roman'))('written in roman: $name', (vector) => {
  expect(roman(vector.severity)).toBe(vector.expect)
})
