import { describe, expect, it } from 'vitest'
import { pinnedComments } from '@/components/review/pinNumbers'
import { aComment, anEvent } from './aReview'

const at = (minute: string) => `2026-11-22T15:${minute}:00+08:00`

describe('pinned comments', () => {
  it('are numbered in the order in which they were pinned', () => {
    const { open } = pinnedComments([aComment('b', { at: at('02') }), aComment('a', { at: at('01') })], [])
    expect(open.map(({ number, comment }) => [number, comment.id])).toEqual([[1, 'a'], [2, 'b']])
  })

  it('a withdrawn one has no number and is not sent back', () => {
    const { open, returned } = pinnedComments([aComment('a', { withdrawn_at: at('05') }), aComment('b')], [])
    expect(open.map(({ comment }) => comment.id)).toEqual(['b'])
    expect(returned).toEqual([])
  })

  it('those that went back are not sent again', () => {
    const events = [anEvent('e', 'sent_back', { args: { comment_ids: ['a'], note: null } })]
    const { open, returned } = pinnedComments([aComment('a'), aComment('b', { at: at('30') })], events)
    expect(open.map(({ number, comment }) => [number, comment.id])).toEqual([[1, 'b']])
    expect(returned.map(({ id }) => id)).toEqual(['a'])
  })

  it('an event without arguments names none', () => {
    expect(pinnedComments([aComment('a')], [anEvent('e', 'sent_back', { args: null })]).open).toHaveLength(1)
  })
})
