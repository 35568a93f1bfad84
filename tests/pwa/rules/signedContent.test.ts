import { describe, expect, test } from 'vitest'
import type { Answer, Asset, Json, Template, TemplateItem } from '@/domain/types'
import { cellsOf } from '@/rules/items'
import type { Change, SignedContent, SignedFacts } from '@/rules/signedContent'
import { canonical, changesAfter, contentHash, signatureStands, signedContent } from '@/rules/signedContent'
import { each, templateOf, vectors } from './vectors'

interface CanonicalCase {
  readonly content: Json
  readonly expect: string
  readonly hash: string
}

interface ContentCase extends Omit<SignedFacts, 'template' | 'cells' | 'answers'> {
  readonly template: Partial<Template>
  readonly items: readonly Partial<TemplateItem>[]
  readonly assets: readonly Partial<Asset>[]
  readonly answers: readonly Partial<Answer>[]
  readonly expect: SignedContent
}

interface StandsCase {
  readonly signed: SignedContent
  readonly current: SignedContent
  readonly changes: readonly Change[]
  readonly on_finding_change: boolean
  readonly always: boolean
}

test.each(vectors<CanonicalCase>('signed_content', 'canonical'))('has one text and one hash: $name', async (vector) => {
  const text = canonical(vector.content)
  expect(text).toBe(vector.expect)
  expect(await contentHash(text)).toBe(vector.hash)
})

test.each(vectors<{ content: Json }>('signed_content', 'not_canonical'))('refuses what has no UTF-8: $name', (vector) => {
  expect(() => canonical(vector.content)).toThrow('surrogate')
})

test.each(vectors<ContentCase>('signed_content', 'signed_content'))('is what is shown: $name', (vector) => {
  const template = templateOf(vector.items, vector.template)
  const cells = cellsOf(template, each('asset', vector.assets))
  const content = signedContent({ ...vector, template, cells, answers: each('answer', vector.answers) })
  expect(content).toEqual(vector.expect)
  expect(canonical(content)).toBe(canonical(vector.expect))
})

describe.each(vectors<StandsCase>('signed_content', 'signature_stands'))('after a signature: $name', (vector) => {
  test('names what changed', () => {
    expect(changesAfter(vector.signed, vector.current)).toEqual(vector.changes)
  })

  test('stands by the rule of its template', () => {
    const stands = (rule: Template['resign']): boolean => signatureStands(rule, vector.signed, vector.current)
    expect(stands('never')).toBe(true)
    expect(stands('on_finding_change')).toBe(vector.on_finding_change)
    expect(stands('always')).toBe(vector.always)
  })
})
