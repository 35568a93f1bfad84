import { expect, test } from 'vitest'
import type { Answer, Asset, TemplateItem } from '@/domain/types'
import type { Missing, MissingField } from '@/rules/missing'
import { isFilled, missing, missingField } from '@/rules/missing'
import { each, templateOf, vectors, whole } from './vectors'

interface FieldCase {
  readonly item: Partial<TemplateItem>
  readonly answer: Partial<Answer> | null
  readonly expect: MissingField | null
}

interface RoundCase {
  readonly items: readonly Partial<TemplateItem>[]
  readonly assets: readonly Partial<Asset>[]
  readonly answers: readonly Partial<Answer>[]
  readonly expect: readonly Missing[]
}

test.each(vectors<FieldCase>('missing', 'missing_field'))('names what an answer lacks: $name', (vector) => {
  const item = whole('item', vector.item)
  const answer = vector.answer && whole('answer', vector.answer)
  expect(missingField(item, answer)).toBe(vector.expect)
  expect(isFilled(item, answer)).toBe(vector.expect === null)
})

test.each(vectors<RoundCase>('missing', 'missing'))('names what a round lacks: $name', (vector) => {
  const answers = each('answer', vector.answers)
  expect(missing(templateOf(vector.items), each('asset', vector.assets), answers)).toEqual(vector.expect)
})
