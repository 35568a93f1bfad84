import { expect, test } from 'vitest'
import type { Answer, TemplateItem } from '@/domain/types'
import { holds, itemsNamed } from '@/rules/conditions'
import type { TemplateProblem } from '@/rules/templateProblems'
import { templateProblems } from '@/rules/templateProblems'
import { each, vectors, whole } from './vectors'

interface HoldsCase {
  readonly condition: unknown
  readonly answers: Readonly<Record<string, Partial<Answer>>>
  readonly expect: boolean
}

interface ProblemsCase {
  readonly items: readonly Partial<TemplateItem>[]
  readonly expect: readonly TemplateProblem[]
}

test.each(vectors<HoldsCase>('conditions', 'holds'))('is met or not: $name', (vector) => {
  const answers = new Map(Object.entries(vector.answers).map(([key, said]) => [key, whole('answer', said)]))
  expect(holds(vector.condition, answers)).toBe(vector.expect)
})

test('names the items that a condition asks about, each once', () => {
  const condition = { any: [{ item: 'b', is: 'normal' }, { not: { item: 'a', above: '1' } }, { item: 'b', is: 'abnormal' }] }
  expect(itemsNamed(condition)).toEqual(['b', 'a'])
})

test.each(vectors<ProblemsCase>('template_problems', 'template_problems'))('names problems of a checklist: $name', (vector) => {
  expect(templateProblems(each('item', vector.items))).toEqual(vector.expect)
})
