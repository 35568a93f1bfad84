import { expect, test } from 'vitest'
import type { RoundEvent } from '@/domain/types'
import { returnReasonsOf } from '@/rules/returnReasons'

const back = (reasons: Record<string, string> | undefined): Pick<RoundEvent, 'name' | 'args'> => ({
  name: 'sent_back', args: { comment_ids: [], note: null, ...(reasons ? { reasons } : {}) },
})

test('the last word on each comment counts; what an older or newer app said otherwise is left out', () => {
  expect(returnReasonsOf([back({ a: 'other', b: 'photo_unclear' }), back(undefined), back({ a: 'wrong_asset', c: 'unheard of' })])).toEqual({
    a: 'wrong_asset', b: 'photo_unclear',
  })
})
