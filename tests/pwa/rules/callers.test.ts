import { expect, test } from 'vitest'
import { onlyDigits, sameCaller } from '@/rules/callers'
import { vectors } from './vectors'

test.each(vectors<{ phone: string; expect: string }>('callers', 'only_digits'))('number however it was written: $name', (vector) => {
  expect(onlyDigits(vector.phone)).toBe(vector.expect)
})

test.each(vectors<{ one: string; other: string; expect: boolean }>('callers', 'same_caller'))('the same caller: $name', (vector) => {
  expect(sameCaller(vector.one, vector.other)).toBe(vector.expect)
})
