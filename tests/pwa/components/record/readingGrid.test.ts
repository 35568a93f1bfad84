import { describe, expect, it } from 'vitest'
import { mostNotable, readingGrid } from '@/components/record/readingGrid'
import type { TemplateItem } from '@/domain/types'

const item = (check_key: string, limits: Partial<TemplateItem> = {}) =>
  ({ check_key, kind: 'reading', low: null, high: null, ...limits }) as TemplateItem
const series = (...values: string[]) => values.map((value, day) => ({ value, at: `2026-11-${17 + day}T02:00:00Z`, round_id: `r${day}` }))

describe('the last readings', () => {
  it('are one column a round, oldest first, with gaps left empty', () => {
    const grid = readingGrid([item('load'), item('volt')], { load: series('44', '45', '46'), volt: series('221.0', '220.6', '221.8').slice(1) })
    expect(grid.columns.map(({ round_id }) => round_id)).toEqual(['r0', 'r1', 'r2'])
    expect(grid.rows.map(({ figures }) => figures)).toEqual([['44', '45', '46'], [null, '220.6', '221.8']])
  })
  it('are at most five', () => {
    expect(readingGrid([item('load')], { load: series('1', '2', '3', '4', '5', '6') }).columns.map(({ round_id }) => round_id)).toEqual(['r1', 'r2', 'r3', 'r4', 'r5'])
  })
  it('leave out items without any reading', () => {
    expect(readingGrid([item('load'), item('volt')], { load: series('44') }).rows).toHaveLength(1)
  })
})

describe('the line worth drawing', () => {
  const items = [item('load', { high: '70' }), item('temp', { low: '15', high: '30' }), item('volt', { low: '210' })]

  it('is the one on its way to a limit', () => {
    const readings = { load: series('68', '60', '69'), temp: series('24.1', '24.6', '25.2', '26.3'), volt: series('221', '222', '223', '224') }
    expect(mostNotable(items, readings)?.check_key).toBe('temp')
  })
  it('is otherwise the one closest to a limit', () => {
    expect(mostNotable(items, { load: series('60', '69'), temp: series('22', '21'), volt: series('230', '231') })?.check_key).toBe('load')
  })
  it('is none where nothing has a limit and two readings', () => {
    expect(mostNotable([item('free')], { free: series('1', '2') })).toBeNull()
    expect(mostNotable(items, { load: series('44') })).toBeNull()
  })
})
