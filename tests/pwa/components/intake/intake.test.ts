import { describe, expect, it } from 'vitest'
import { leftWords, sinceWords } from '@/components/intake/callClock'
import { foundAt } from '@/components/intake/foundAt'
import { callerOf, differs, emptyIntake, lacksOf, lacksToRegister } from '@/components/intake/intake'
import { titleOf } from '@/components/intake/title'
import { withoutDoubles } from '@/composables/intake/useCallers'
import type { Intake } from '@/domain/types'

const said = (over: Partial<Intake>): Intake => ({ ...emptyIntake('i'), started_at: '2026-11-23T01:00:00.000Z', ...over })
const II = { severity: 2, because: 'key_slowed' } as const

describe('what is missing of a call', () => {
  it('is named in the order in which the screen asks', () => {
    expect(lacksOf(said({}), null)).toEqual(['caller', 'words', 'kind', 'severity'])
    expect(lacksOf(said({ caller: '张三', words: '黑屏', kind: 'hardware', severity: 3 }), null)).toEqual([])
  })
  it('is a reason where somebody grades otherwise than was suggested', () => {
    const graded = said({ caller: '张三', words: '黑屏', kind: 'hardware', severity: 3 })
    expect(lacksOf(graded, II)).toEqual(['reason'])
    expect(lacksOf({ ...graded, severity_reason: '备机在用' }, II)).toEqual([])
    expect(differs({ ...graded, severity: 2 }, II)).toBe(false)
  })
  it('is only who and what where it joins a ticket or is only registered', () => {
    expect(lacksOf(said({ joins: 't' }), II)).toEqual(['caller', 'words'])
    expect(lacksToRegister(said({ words: '问录像' }))).toEqual(['caller'])
  })
})

describe('the caller as typed', () => {
  it.each([
    ['张三', { name: '张三', phone: null }],
    ['138 0000 0001', { name: null, phone: '138 0000 0001' }],
    ['张三 138 0000 0001', { name: '张三', phone: '138 0000 0001' }],
    ['甲方值班员01', { name: '甲方值班员01', phone: null }],
    ['甲方值班员01 138 0000 0001', { name: '甲方值班员01', phone: '138 0000 0001' }],
    ['Anna +86 138-0000-0001', { name: 'Anna', phone: '+86 138-0000-0001' }],
    ['张三13800000001', { name: '张三', phone: '13800000001' }],
    ['  ', { name: null, phone: null }],
  ])('%s', (typed, caller) => {
    expect(callerOf(typed)).toEqual(caller)
  })
})

describe('when it was noticed', () => {
  const now = new Date('2026-11-23T06:06:00.000Z') // 14:06 in Shanghai
  it.each([
    ['', null],
    ['10', '2026-11-23T05:56:00.000Z'],
    ['10分钟前', '2026-11-23T05:56:00.000Z'],
    ['13:56', '2026-11-23T05:56:00.000Z'],
    ['23:10', '2026-11-22T15:10:00.000Z'],
    ['11-21 9:05', '2026-11-21T01:05:00.000Z'],
    ['2025-12-31 23:59', '2025-12-31T15:59:00.000Z'],
    ['soon', undefined],
    ['25:00', undefined],
    ['12-31 09:00', undefined],
  ])('%s', (typed, at) => {
    expect(foundAt(typed, now, 'Asia/Shanghai')).toBe(at)
  })
})

describe('the clocks of a call', () => {
  it('count up while it lasts, down to the first answer, and on below nothing', () => {
    expect(sinceWords(134_000)).toBe('02:14')
    expect(leftWords(466_000)).toBe('07:46')
    expect(leftWords(-61_000)).toBe('−01:01')
    expect(sinceWords(3_600_000)).toBe('1:00:00')
  })
})

it('takes the first sentence as the title', () => {
  expect(titleOf('大厅左边两块屏黑了。重新上电没用。')).toBe('大厅左边两块屏黑了')
  expect([...titleOf('长'.repeat(300))]).toHaveLength(120)
})

it('offers a caller once, with the number that is known', () => {
  const caller = (name: string, phone: string | null) => ({ name, phone, organisation: null })
  const all = [caller('张三', null), caller('张三', '138 0000 0001'), caller('张三', '13800000001'), caller('张三', '138 0000 0002'), caller('李四', null)]
  expect(withoutDoubles(all)).toEqual([all[1], all[3], all[4]])
})
