import { expect, test } from 'vitest'
import type { Answer, Asset, PhotoPurpose, TemplateItem } from '@/domain/types'
import type { Missing, MissingField } from '@/rules/missing'
import { isFilled, missing, missingField } from '@/rules/missing'
import { proofsOf } from '@/rules/proofs'
import { each, templateOf, vectors, whole } from './vectors'

interface FieldCase {
  readonly item: Partial<TemplateItem>
  readonly answer: Partial<Answer> | null
  readonly proof?: { readonly photos?: readonly PhotoPurpose[]; readonly scanned?: boolean; readonly spot_check?: boolean }
  readonly expect: MissingField | null
}

interface RoundCase {
  readonly items: readonly Partial<TemplateItem>[]
  readonly assets: readonly Partial<Asset>[]
  readonly answers: readonly Partial<Answer>[]
  readonly photos?: Parameters<typeof proofsOf>[1]
  readonly scans?: Parameters<typeof proofsOf>[2]
  readonly expect: readonly Missing[]
}

test.each(vectors<FieldCase>('missing', 'missing_field'))('names what an answer lacks: $name', (vector) => {
  const item = whole('item', vector.item)
  const answer = vector.answer && whole('answer', vector.answer)
  const { photos = [], scanned = false, spot_check = false } = vector.proof ?? {}
  const proof = { photos: new Set(photos), scanned, spot_check }
  expect(missingField(item, answer, proof)).toBe(vector.expect)
  expect(isFilled(item, answer, proof)).toBe(vector.expect === null)
})

test.each(vectors<RoundCase>('missing', 'missing'))('names what a round lacks: $name', (vector) => {
  const answers = each('answer', vector.answers)
  const proofs = proofsOf({ id: 'R', proof_percent: 0 }, vector.photos ?? [], vector.scans ?? [])
  expect(missing(templateOf(vector.items), each('asset', vector.assets), answers, proofs)).toEqual(vector.expect)
})
