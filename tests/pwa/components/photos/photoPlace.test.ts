import { expect, it } from 'vitest'
import { placeOfPhoto } from '@/components/photos/photoPlace'
import { anItem, aPhoto } from '../review/aReview'
import { bookOf, cellOf, sheetOf } from '../items/aCell'

const cell = cellOf(anItem('fan', 6), { value: 'abnormal', severity: 3 }, { photos: [aPhoto('p1'), aPhoto('p2')] })
const seal = aPhoto('p3', { purpose: 'seal', asset_id: null, check_key: null })
const book = bookOf([sheetOf('ups-01', [cell])], { photos: [...cell.photos, seal] })

it('finds a photo’s item and which one it is', () => expect(placeOfPhoto(book, 'p2')).toMatchObject({ cell, n: 2, of: 2 }))
it('knows a photo of no item', () => expect(placeOfPhoto(book, 'p3')).toMatchObject({ cell: null, n: 1, of: 1 }))
it('knows when a photo is not in the round', () => expect(placeOfPhoto(book, 'p9')).toBeNull())
