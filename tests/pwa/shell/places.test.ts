import { describe, expect, it, vi } from 'vitest'

vi.mock('@/shell/wide', async () => ({ wide: (await import('vue')).ref(true) }))
const { homeFor } = await import('@/shell/home')
const { deskPlaces, isInside } = await import('@/shell/navigation')
const { wide } = await import('@/shell/wide')

const person = (...roles: string[]) => ({ can: (...asked: string[]) => asked.some((role) => roles.includes(role)) })
const set = (value: boolean) => Object.assign(wide, { value })

describe('where the day begins', () => {
  it('is Today for an engineer, on every width', () => {
    set(true)
    expect(homeFor(person('engineer'))).toBe('/')
  })
  it('is the review for a supervisor at the desk, Today on the phone', () => {
    set(true)
    expect(homeFor(person('supervisor'))).toBe('/review')
    set(false)
    expect(homeFor(person('supervisor'))).toBe('/')
  })
  it('is the reports for a client', () => {
    expect(homeFor(person('client'))).toBe('/reports')
  })
})

describe('the navigation', () => {
  const paths = (...roles: string[]) => deskPlaces(person(...roles)).upper.map(({ to }) => to)
  it('shows only what a person can act on', () => {
    expect(paths('supervisor')).toEqual(['/review', '/tickets', '/assets', '/reports', '/attention', '/'])
    expect(paths('engineer')).toEqual(['/tickets', '/assets', '/reports', '/', '/scan'])
    expect(paths('client')).toEqual(['/reports'])
    expect(paths('supervisor', 'client').filter((path) => path === '/reports')).toHaveLength(1)
  })
  it('counts rounds to Today and labels to the assets', () => {
    expect(isInside('/rounds/r/finish', '/')).toBe(true)
    expect(isInside('/tickets/t', '/')).toBe(false)
    expect(isInside('/tickets/t', '/tickets')).toBe(true)
    expect(isInside('/labels', '/assets')).toBe(true)
  })
})
