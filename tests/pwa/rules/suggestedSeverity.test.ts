import { expect, test } from 'vitest'
import type { Asset, IncidentKind } from '@/domain/types'
import { type Effect, suggestionInWords, suggestSeverity } from '@/rules/suggestedSeverity'
import { vectors } from './vectors'

interface Vector {
  kind: IncidentKind | null
  importance: Asset['importance'] | null
  effect: Effect | null
  expect: { severity: number; zh: string; en: string } | null
}

test.each(vectors<Vector>('suggested_severity', 'suggest_severity'))('suggestion and its reason: $name', (vector) => {
  const found = suggestSeverity(vector.kind, vector.importance, vector.effect)
  const told = found && { severity: found.severity, zh: suggestionInWords(found, 'zh-CN'), en: suggestionInWords(found, 'en') }
  expect(told).toEqual(vector.expect)
})
