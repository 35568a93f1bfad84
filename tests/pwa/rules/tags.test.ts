import { expect, test } from 'vitest'
import type { Tag } from '@/domain/types'
import type { ScannedTag, TagVerdict, TypedCode } from '@/rules/tags'
import {
  ALPHABET, checkCharacter, formatCode, judgeTag, makeCheck, makeCode, readScanned, readTypedCode, tagText,
} from '@/rules/tags'
import { vectors } from './vectors'

interface JudgeCase {
  readonly scanned: ScannedTag | null
  readonly tag: Pick<Tag, 'check' | 'revoked_at'> | null
  readonly origins: readonly string[]
  readonly expect: TagVerdict
}

test.each(vectors<{ body: string; expect: string | null }>('tags', 'check_character'))(
  'gives a body its check character: $name',
  (vector) => {
    expect(checkCharacter(vector.body)).toBe(vector.expect)
  },
)

test.each(vectors<{ typed: string; expect: TypedCode }>('tags', 'read_typed_code'))(
  'reads a typed code or says what is wrong: $name',
  (vector) => {
    expect(readTypedCode(vector.typed)).toEqual(vector.expect)
  },
)

test.each(vectors<{ raw: string; expect: ScannedTag | null }>('tags', 'read_scanned'))(
  'tells a tag from foreign text: $name',
  (vector) => {
    expect(readScanned(vector.raw)).toEqual(vector.expect)
  },
)

test.each(vectors<JudgeCase>('tags', 'judge_tag'))('judges a scanned tag by its row: $name', (vector) => {
  expect(judgeTag(vector.scanned, vector.tag, vector.origins)).toBe(vector.expect)
})

test.each(vectors<{ bytes: number[]; expect: string }>('tags', 'make_check'))(
  'makes a check of ten bytes: $name',
  (vector) => {
    expect(makeCheck(Uint8Array.from(vector.bytes))).toBe(vector.expect)
  },
)

test('refuses to make a check of too few bytes', () => {
  expect(() => makeCheck(new Uint8Array(4))).toThrow('10 bytes')
})

test('draws again when the body has no check character', () => {
  const drawn = [...'222ZZA222222'].map((character) => ALPHABET.indexOf(character))
  expect(makeCode(() => drawn.shift() ?? 0)).toBe('2222222')
  expect(drawn).toHaveLength(0)
})

test('reads back what it prints', () => {
  let next = 0
  const code = makeCode((bound) => (next += 7) % bound)
  const check = makeCheck(Uint8Array.from({ length: 10 }, (_, i) => i))
  const origin = 'https://rounds.example.cn'
  expect(readScanned(tagText(`${origin}/`, code, check))).toEqual({ origin, code, check })
  expect(readTypedCode(formatCode(code)).code).toBe(code)
})
