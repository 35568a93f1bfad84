import { expect, test } from 'vitest'
import { isBlank, trimmed } from '@/rules/blank'
import { vectors } from './vectors'

interface BlankCase {
  readonly text: string | null
  readonly expect: boolean
  readonly trimmed: string | null
}

test.each(vectors<BlankCase>('blank', 'is_blank'))('tells text that shows nothing: $name', (vector) => {
  expect(isBlank(vector.text)).toBe(vector.expect)
  expect(vector.text === null ? null : trimmed(vector.text)).toBe(vector.trimmed)
})
