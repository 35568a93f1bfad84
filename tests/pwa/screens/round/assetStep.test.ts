import { describe, expect, it } from 'vitest'
import type { AssetSheet, RoundBook } from '@/domain/types'
import { NO_PROOF } from '@/rules/proofs'
import { firstUnfilled, nextStep } from '@/screens/round/assetStep'

const cell = (kind: 'judgement' | 'reading', filled: boolean) =>
  ({ item: { kind }, filled, open_ticket: null as unknown, proof: NO_PROOF, answer: filled ? { value: 'normal' } : null })
function sheet(kinds: [kind: 'judgement' | 'reading', filled: boolean][], scanned = true): AssetSheet {
  const cells = kinds.map(([kind, filled]) => cell(kind, filled))
  return { cells, scan: scanned ? {} : null, done: cells.filter(({ filled }) => filled).length, total: cells.length } as unknown as AssetSheet
}
const book = (sheets: AssetSheet[], phase: RoundBook['phase'] = 'open') =>
  ({ sheets, phase, counts: { assets: sheets.length, assets_done: sheets.filter(({ done, total }) => done === total).length } }) as unknown as RoundBook

const OPEN = sheet([['judgement', false], ['judgement', false]])
const DONE = sheet([['judgement', true]])

describe('the filled button of an asset', () => {
  it('scans before anything can be set to normal', () => {
    const unscanned = sheet([['judgement', false]], false)
    expect(nextStep(book([unscanned]), unscanned).kind).toBe('scan')
  })
  it('sets all to normal, and says so of judgements only where there are readings', () => {
    expect(nextStep(book([OPEN]), OPEN)).toMatchObject({ key: 'all_normal', figures: { n: 2 } })
    const mixed = sheet([['judgement', false], ['reading', false]])
    expect(nextStep(book([mixed]), mixed)).toMatchObject({ kind: 'all_normal', key: 'judgements_normal', figures: { n: 1 } })
  })
  it('leads to the readings that only a hand can fill', () => {
    const left = sheet([['judgement', true], ['reading', false]])
    expect(nextStep(book([left]), left)).toMatchObject({ kind: 'fill', figures: { n: 1 } })
  })
  it('leaves what has an open ticket to be looked at one by one, and does not count it', () => {
    const ticketed = (kinds: Parameters<typeof sheet>[0]) => {
      const made = sheet(kinds)
      Object.assign(made.cells[0] ?? {}, { open_ticket: { number: 'GD-0001' } })
      return made
    }
    const two = ticketed([['judgement', false], ['judgement', false]])
    expect(nextStep(book([two]), two)).toMatchObject({ kind: 'all_normal', figures: { n: 1 } })
    const rest = ticketed([['judgement', false], ['judgement', true]])
    expect(nextStep(book([rest]), rest)).toMatchObject({ kind: 'fill', figures: { n: 1 } })
  })
  it('counts scanned assets, not filled ones', () => {
    const unscanned = sheet([['judgement', false]], false)
    expect(nextStep(book([OPEN, DONE, unscanned]), DONE)).toMatchObject({ kind: 'scan_next', figures: { n: 3, total: 3 } })
    expect(nextStep(book([DONE, OPEN]), DONE).kind).toBe('finish')
  })
  it('scans the next asset, then finishes', () => {
    const next = sheet([['judgement', false]], false)
    expect(nextStep(book([DONE, next]), DONE)).toMatchObject({ kind: 'scan_next', figures: { n: 2, total: 2 } })
    expect(nextStep(book([DONE]), DONE).kind).toBe('finish')
  })
  it('only looks at a round that was handed in', () => {
    expect(nextStep(book([OPEN], 'submitted'), OPEN)).toMatchObject({ kind: 'fill', key: 'look' })
  })
})

it('knows where filling goes on', () => {
  const cells = [{ filled: true, item: { check_key: 'a' } }, { filled: false, item: { check_key: 'b' } }] as unknown as AssetSheet['cells']
  expect(firstUnfilled({ cells })).toBe('b')
  expect(firstUnfilled({ cells: cells.slice(0, 1) })).toBeNull()
})
