import { beforeEach, describe, expect, it } from 'vitest'
import type { RoundBrief } from '@/domain/types'
import { announced } from '@/feedback/announce'
import { bodyLines } from '@/screens/sync/bodyLines'
import { groupLink } from '@/screens/sync/groupLink'
import { summaryAnnouncer } from '@/screens/sync/summaryAnnouncer'

describe('the content of refused work', () => {
  it('is shown as what a person typed, without ids and hashes', () => {
    const body = { edits: [{ doc: 'd', type: 'answer', set: { value: 'abnormal', seen: '滤网积灰', severity: 3 }, was: { value: ['op'] } }] }
    expect(bodyLines(body)).toEqual([
      { name: 'value', value: 'abnormal' },
      { name: 'seen', value: '滤网积灰' },
      { name: 'severity', value: '3' },
    ])
  })
  it('leaves out what is empty', () => {
    expect(bodyLines({ args: { note: null, reason: '', text: '再看' } })).toEqual([{ name: 'text', value: '再看' }])
  })
})

describe('a row of what waits', () => {
  const brief = { id: 'r', phase: 'open', started: true, counts: { assets: 2, assets_done: 0 } } as RoundBrief
  it('leads on with a round under way, and to the receipt of any other', () => {
    expect(groupLink({ kind: 'round', id: 'r' }, [brief])).toMatchObject({ name: 'scan' })
    expect(groupLink({ kind: 'round', id: 'old' }, [brief])).toMatchObject({ name: 'submitted' })
  })
  it('leads to the ticket, and nowhere where there is no place', () => {
    expect(groupLink({ kind: 'ticket', id: 't' }, [])).toMatchObject({ name: 'ticket' })
    expect(groupLink({ kind: 'other', id: null }, [])).toBeUndefined()
  })
})

describe('the sync summary', () => {
  beforeEach(() => { announced.polite = '' })
  it('is read out at most every 30 seconds', () => {
    let now = 0
    const say = summaryAnnouncer(() => now)
    say('14 张照片')
    now = 29_999
    say('13 张照片')
    expect(announced.polite).toBe('14 张照片')
    now = 30_000
    say('12 张照片')
    expect(announced.polite).toBe('12 张照片')
  })
})
