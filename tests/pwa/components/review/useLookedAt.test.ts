import { nextTick, shallowRef } from 'vue'
import { describe, expect, it } from 'vitest'
import { factKey } from '@/components/review/lookedAt'
import { useLookedAt } from '@/components/review/useLookedAt'
import type { Review, RoundBook } from '@/domain/types'
import { aComment, aReview, aRound, anEvent } from './aReview'

const withForm = (problem: string | null, book: Partial<RoundBook> = {}) => aReview({}, { round: aRound({ problem }), ...book })
function looking(at: Review = withForm(null)) {
  const shown = shallowRef<Review | null>(at)
  return { shown, looked: useLookedAt(shown, () => 'manager-2') }
}

describe('looking again', () => {
  it('news is listed until it has been seen', () => {
    const { shown, looked } = looking()
    expect(looked.moved.value).toEqual([])
    shown.value = withForm('滤网积灰')
    expect(looked.moved.value).toHaveLength(1)
    looked.lookAgain()
    expect(looked.moved.value).toEqual([])
  })

  it('a stale answer stays until the person looks again, even before its news is here', () => {
    const { shown, looked } = looking()
    looked.markStale()
    expect([looked.stale.value, looked.moved.value]).toEqual([true, []])
    shown.value = withForm('滤网积灰')
    expect([looked.stale.value, looked.moved.value.length]).toEqual([true, 1])
    looked.lookAgain()
    expect([looked.stale.value, looked.moved.value]).toEqual([false, []])
  })

  it('own comments and own send-backs are no news', () => {
    const { shown, looked } = looking()
    shown.value = withForm(null, {
      comments: [aComment('mine', { by: 'manager-2' }), aComment('hers', { by: 'manager-3' })],
      events: [...withForm(null).book.events, anEvent('back', 'sent_back', { by: 'manager-2' })],
    })
    expect(looked.moved.value.map(({ field }) => field)).toEqual(['hers'])
  })

  it('what was just decided here is expected', () => {
    const { shown, looked } = looking()
    looked.expect(factKey('form', 'round', 'problem'))
    shown.value = withForm('滤网积灰')
    expect(looked.moved.value).toEqual([])
  })

  it('another round is looked at anew', async () => {
    const { shown, looked } = looking()
    looked.markStale()
    shown.value = aReview({}, { round: aRound({ id: 'round-9', problem: 'x' }) })
    await nextTick()
    expect([looked.stale.value, looked.moved.value]).toEqual([false, []])
  })
})
