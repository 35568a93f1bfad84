import { describe, expect, it } from 'vitest'
import { figureChange, isNotable, judgementChange, limitsFigure } from '@/components/review/changeFigures'

describe('the change of a reading', () => {
  it.each([
    ['31.8', '27.9', '+3.9', '3.9', true],
    ['270.1', '270.8', '−0.7', '0.7', false],
    ['221.40', '221.4', '0.00', '0.00', false],
    ['-3', '2.5', '−5.5', '5.5', false],
    ['0.3', '0.1', '+0.2', '0.2', true],
  ])('%s after %s is %s', (now, before, signed, size, rises) => {
    expect(figureChange(now, before)).toEqual({ signed, size, rises })
  })

  it('has no figure where one of them is none', () => {
    expect(figureChange(null, '27.9')).toBeNull()
    expect(figureChange('27.9', null)).toBeNull()
    expect(figureChange('about 28', '27.9')).toBeNull()
  })
})

describe('limits', () => {
  it.each([
    ['264', '276', '264–276'],
    [null, '30', '≤30'],
    ['11', null, '≥11'],
    ['-5', '40', '−5–40'],
    [null, null, null],
  ])('%s to %s is %s', (low, high, shown) => expect(limitsFigure({ low, high })).toBe(shown))
})

describe('the change of a judgement', () => {
  const judged = (value: 'normal' | 'abnormal' | 'not_applicable' | null, severity: 1 | 2 | 3 | 4 | null = null) => ({ value, severity })
  it.each([
    [judged('abnormal', 3), judged('normal'), 'worse'],
    [judged('normal'), judged('abnormal', 3), 'better'],
    [judged('abnormal', 2), judged('abnormal', 3), 'worse'],
    [judged('abnormal', 4), judged('abnormal', 3), 'better'],
    [judged('abnormal', 3), judged('abnormal', 3), 'same'],
    [judged('abnormal', 3), judged('abnormal'), 'same'],
    [judged('normal'), judged('not_applicable'), 'changed'],
    [judged('normal'), judged('normal'), 'same'],
    [judged('normal'), null, 'first'],
    [judged(null), judged('normal'), 'unanswered'],
    [null, judged('normal'), 'unanswered'],
  ] as const)('case %#', (now, before, change) => expect(judgementChange(now, before)).toBe(change))
})

describe('a change worth a look', () => {
  it.each([
    ['15', '30', '31.8', '27.9', true],
    ['264', '276', '270.1', '270.8', false],
    ['264', '276', '269.6', '270.8', true],
    [null, '80', '49', '46', false],
    [null, '80', '60', '46', true],
    [null, null, '0', '0', false],
    [null, null, '0.1', '0', true],
    ['15', '30', null, '27.9', true],
    ['15', '30', null, null, false],
  ])('limits %s to %s, %s after %s: %s', (low, high, now, before, notable) => expect(isNotable({ low, high }, now, before)).toBe(notable))
})
