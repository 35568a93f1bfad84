import { describe, expect, it } from 'vitest'
import { bytesFigure, countFigure, middleCut, withUnit } from '@/format/figures'

const NO_BREAK = ' '

describe('figures', () => {
  it('stand before their unit with a no-break space', () => {
    expect(withUnit('31.8', '℃')).toBe(`31.8${NO_BREAK}℃`)
    expect(withUnit('31.8', null)).toBe('31.8')
  })
  it('have a true minus and are never rounded', () => {
    expect(withUnit('-0.50', 'V')).toBe(`−0.50${NO_BREAK}V`)
  })
  it('have no separator below 10 000', () => {
    expect([3100, 9999, 10_000, 1_234_567].map(countFigure)).toEqual(['3100', '9999', '10,000', '1,234,567'])
  })
  it('show bytes as people say them', () => {
    expect([180, 21_600_000, 6_200_000_000, 5_000_000].map(bytesFigure)).toEqual(
      ['180 B', '21.6 MB', '6.2 GB', '5 MB'].map((text) => text.replace(' ', NO_BREAK)),
    )
  })
  it('cut hashes in the middle', () => {
    expect(middleCut('b41e00112233445566778899aabb07c9')).toBe('b41e…07c9')
    expect(middleCut('short')).toBe('short')
  })
})
