import { describe, expect, it } from 'vitest'
import { certificateStanding } from '@/components/people/certificateStanding'

const on = (expires_on: string | null) => certificateStanding({ expires_on }, '2026-11-22')

describe('a certificate', () => {
  it('without an end holds for good', () => expect(on(null)).toBe('for_good'))
  it('is good while more than a month is left', () => expect(on('2026-12-23')).toBe('good'))
  it('ends soon from a month before, its last day included', () => {
    expect(on('2026-12-22')).toBe('ends_soon')
    expect(on('2026-11-22')).toBe('ends_soon')
  })
  it('has ended the day after', () => expect(on('2026-11-21')).toBe('ended'))
})
