import { describe, expect, it } from 'vitest'
import { countsBelow, movedBy } from '@/components/places/placeWords'
import { treeOf } from '@/composables/usePlaces'
import type { Place } from '@/domain/types'

const place = (id: string, parent_id: string | null, ordinal: number): Place => ({ id, parent_id, kind: 'room', code: '', name_zh: id, name_en: id, ordinal })
const PLACES = [place('rack2', 'room', 2), place('room', 'site', 1), place('rack1', 'room', 1), place('site', null, 1), place('hall', 'site', 2)]
const tree = treeOf(PLACES)

describe('places as a tree', () => {
  it('are read from top to bottom, each after what it lies in', () => {
    expect(tree.map((line) => [line.place.id, line.depth])).toEqual([['site', 0], ['room', 1], ['rack1', 2], ['rack2', 2], ['hall', 1]])
  })
  it('one whose parent is not here stands at the top; a circle does not hang', () => {
    expect(treeOf([place('a', 'gone', 1)]).map((line) => line.depth)).toEqual([0])
    expect(treeOf([place('a', 'b', 1), place('b', 'a', 1)])).toEqual([])
  })
  it('count what stands in them and in all that lies in them', () => {
    expect(Object.fromEntries(countsBelow(tree, new Map([['rack1', 3], ['rack2', 4], ['hall', 1]])))).toEqual({ site: 8, room: 7, rack1: 3, rack2: 4, hall: 1 })
  })
  it('change places with their neighbour, and nobody else moves', () => {
    expect([...movedBy(tree, 'rack2', -1)]).toEqual([['rack2', { ordinal: 1 }], ['rack1', { ordinal: 2 }]])
    expect(movedBy(tree, 'rack2', 1).size).toBe(0)
  })
})
