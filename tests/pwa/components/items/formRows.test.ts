import { expect, it } from 'vitest'
import { spokenRows } from '@/components/items/formRows'

it('names single rows one by one', () => expect(spokenRows([2, 1], '、')).toBe('1、2'))
it('joins three neighbours and more', () => expect(spokenRows([1, 2, 3, 5, 7, 6, 1], ', ')).toBe('1–3, 5–7'))
