import { expect, it } from 'vitest'
import { trendOf } from '@/components/items/readingTrend'
import { past } from './aCell'

it('says how often a reading rose in a row, and by how much each time', () => {
  expect(trendOf(past('24.2', '25.0', '26.0', '27.2', '27.9'), '31.8')).toEqual({ heading: 'rising', times: 5, average: '+1.5' })
})
it('counts only the steps since it last turned', () => {
  expect(trendOf(past('30', '25', '26', '27'), '28')).toMatchObject({ heading: 'rising', times: 3 })
})
it('says when it keeps falling', () => {
  expect(trendOf(past('230', '228', '226'), '224')).toEqual({ heading: 'falling', times: 3, average: '-2.0' })
})
it('makes no trend of two steps', () => expect(trendOf(past('25', '26'), '27')).toBeNull())
it('makes no trend of a reading that stands still', () => expect(trendOf(past('25', '26', '27'), '27')).toBeNull())
