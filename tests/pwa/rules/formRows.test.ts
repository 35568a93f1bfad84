import { expect, test } from 'vitest'
import type { Answer, Asset, TemplateItem } from '@/domain/types'
import type { FormRow, RowText } from '@/rules/formRows'
import { formRows } from '@/rules/formRows'
import { each, templateOf, vectors } from './vectors'

interface Scene {
  readonly items: readonly Partial<TemplateItem>[]
  readonly assets: readonly Partial<Asset>[]
}

interface RowsCase {
  readonly answers: readonly Partial<Answer>[]
  readonly row_texts: Readonly<Record<number, RowText>>
  readonly expect: readonly FormRow[]
}

const [scene = { items: [], assets: [] }] = vectors<Scene>('form_rows', 'scene')

test.each(vectors<RowsCase>('form_rows', 'form_rows'))('fills the rows of the paper form: $name', (vector) => {
  const assets = each('asset', scene.assets)
  const rows = formRows(templateOf(scene.items), assets, each('answer', vector.answers), vector.row_texts)
  expect(rows).toEqual(vector.expect)
})
