import { describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'

vi.mock('@/shell/wide', async () => ({ wide: (await import('vue')).ref(true) }))
const { homeFor, mayOpen } = await import('@/shell/home')
const { deskPlaces, isInside } = await import('@/shell/navigation')
const { routes } = await import('@/shell/routes')
const { wide } = await import('@/shell/wide')

const person = (...roles: string[]) => {
  const can = (...asked: string[]) => asked.some((role) => roles.includes(role))
  return { can, canSomewhere: can, is_administrator: ref(roles.includes('administrator')) }
}
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
  it('is the first project for who administers a server that has none', () => {
    expect(homeFor(person('administrator'))).toBe('/project/new')
    set(true)
    expect(homeFor(person('administrator', 'supervisor'))).toBe('/review')
  })
})

describe('an address', () => {
  const open = (...roles: string[]) => routes.filter(({ meta }) => mayOpen(meta ?? {}, person(...roles))).map(({ name }) => name)
  it('of the staff leads a client home instead of to an empty desk', () => {
    expect(open('client')).toEqual(['sign-in', 'today', 'sync', 'me', 'faults', 'messages', 'welcome', 'join', 'reports', 'unknown'])
  })
  it('of what only a supervisor is told is no page for others', () => {
    const all = routes.map(({ name }) => name)
    const others = open('engineer', 'desk')
    for (const name of ['attention', 'clock-policy', 'channels', 'project', 'people', 'person', 'new-asset', 'edit-asset', 'import', 'review-statistics']) expect(others).not.toContain(name)
    expect(open('supervisor')).toEqual(all.filter((name) => name !== 'faults' && name !== 'new-project'))
  })
  it('stays open to who was taken out of every project: the work on this phone is still theirs', () => {
    expect(open()).toEqual(routes.map(({ name }) => name).filter((name) => name !== 'new-project'))
  })
})

describe('the navigation', () => {
  const paths = (...roles: string[]) => deskPlaces(person(...roles)).upper.map(({ to }) => to)
  it('shows only what a person can act on', () => {
    expect(paths('supervisor')).toEqual(['/board', '/intake', '/review', '/tickets', '/plans', '/roster', '/assets', '/problems', '/reports', '/contacts', '/knowledge', '/attention', '/people', '/templates', '/settings/clocks', '/'])
    expect(paths('engineer')).toEqual(['/tickets', '/plans', '/roster', '/assets', '/problems', '/reports', '/contacts', '/knowledge', '/', '/scan'])
    expect(paths('desk')).toEqual(['/board', '/intake', '/review', '/tickets', '/plans', '/roster', '/assets', '/problems', '/reports', '/contacts', '/knowledge'])
    expect(paths('client')).toEqual(['/faults', '/reports'])
    expect(paths('supervisor', 'client').filter((path) => path === '/reports')).toHaveLength(1)
  })
  it('counts rounds to Today and labels to the assets', () => {
    expect(isInside('/rounds/r/finish', '/')).toBe(true)
    expect(isInside('/tickets/t', '/')).toBe(false)
    expect(isInside('/tickets/t', '/tickets')).toBe(true)
    expect(isInside('/labels', '/assets')).toBe(true)
  })
})
