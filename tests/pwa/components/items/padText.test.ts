import { describe, expect, it } from 'vitest'
import { padKeyOf, pressKey, type PadKey } from '@/components/items/padText'

const typed = (keys: string, decimals: number | null = 1) =>
  [...keys].reduce((text, key) => pressKey(text, (key === '<' ? 'delete' : key) as PadKey, decimals), '')

describe('the number pad', () => {
  it('types what is pressed', () => expect(typed('31.8')).toBe('31.8'))
  it('begins a fraction with a zero', () => expect(typed('.5')).toBe('0.5'))
  it('replaces a leading zero', () => expect(typed('05')).toBe('5'))
  it('takes one point only', () => expect(typed('3.1.8')).toBe('3.1'))
  it('takes no more decimals than the template has', () => expect(typed('31.85')).toBe('31.8'))
  it('takes no point where the template has no decimals', () => expect(typed('4.6', 0)).toBe('46'))
  it('turns the sign, whenever minus is pressed', () => {
    expect(typed('5-')).toBe('-5')
    expect(typed('-5-')).toBe('5')
  })
  it('deletes the last sign', () => expect(typed('27.9<')).toBe('27.'))
  it('stops at nine digits', () => expect(typed('1234567890', null)).toBe('123456789'))
})

it('understands the keys of a real keyboard', () => {
  expect(['7', ',', '−', 'Backspace', 'a'].map(padKeyOf)).toEqual(['7', '.', '-', 'delete', null])
})
