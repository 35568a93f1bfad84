import { describe, expect, it } from 'vitest'
import { labelsLink, pagesOf } from '@/components/assets/labelsLink'

describe('the address of a label sheet', () => {
  it('names sheet and assets in the order chosen', () => {
    expect(labelsLink('p', { sheet: 'a4-65', assets: ['b', 'a'], start: 1 })).toBe('/api/projects/p/labels.pdf?sheet=a4-65&asset=b&asset=a')
  })
  it('without assets prints all, and says where a begun sheet goes on', () => {
    expect(labelsLink('p', { sheet: 'a4-24', assets: [], start: 7 })).toBe('/api/projects/p/labels.pdf?sheet=a4-24&start=7')
  })
})

describe('how many pages', () => {
  it.each([
    ['a4-24', 24, 1, 1],
    ['a4-24', 24, 2, 2],
    ['a4-65', 66, 1, 2],
    ['roll-62', 5, 1, 5],
    ['a4-24', 0, 1, 0],
  ] as const)('%s, %i labels from %i: %i', (sheet, labels, start, pages) => expect(pagesOf(sheet, labels, start)).toBe(pages))
})
