import { expect, it } from 'vitest'
import MissingList from '@/components/finish/MissingList.vue'
import { mountScreen } from '../../support/mountScreen'
import { aRoom, anItem } from '../review/aReview'
import { bookOf, cellOf, sheetOf } from '../items/aCell'

const normal = cellOf(anItem('fan', 1), { value: 'normal' })
const empty = (n: number) => cellOf(anItem(`item-${n}`, n), null)
const book = bookOf([sheetOf('ac-01', [normal, empty(2), empty(5), empty(7)]), sheetOf('ups-01', [normal]), sheetOf('sw-01', [empty(1)], false)])

it('lists what is missing by asset, each a way there', async () => {
  const { wrapper } = await mountScreen(MissingList, { props: { book } })
  const [first] = wrapper.findAll('a')
  expect(first?.text()).toContain('AC-01')
  expect(first?.text()).toContain('第 2、5、7 项没填')
  expect(first?.attributes('href')).toBe('/rounds/round-2/assets/ac-01/items/item-2')
})
it('says that an asset was not scanned yet', async () => {
  const { wrapper } = await mountScreen(MissingList, { props: { book } })
  expect(wrapper.findAll('a')[1]?.text()).toContain('还没扫码。')
})
it('counts the others that are complete', async () => {
  const { wrapper } = await mountScreen(MissingList, { props: { book }, language: 'en' })
  expect(wrapper.text()).toContain('Other asset complete')
})
it('is not there when nothing is missing', async () => {
  const { wrapper } = await mountScreen(MissingList, { props: { book: bookOf([sheetOf('ups-01', [normal])]) } })
  expect(wrapper.find('.card').exists()).toBe(false)
})
it('stands under the rooms with how far each is, where the round goes through several', async () => {
  const rooms = [aRoom('room-a', 'A机房'), aRoom('room-b', 'B机房')]
  const sheets = [sheetOf('ac-01', [empty(2)]), sheetOf('ups-01', [normal]), sheetOf('sw-01', [normal])]
  const walked = sheets.map((sheet, k) => ({ ...sheet, room: rooms[k === 2 ? 1 : 0] ?? null, done: k === 0 ? 0 : 1, total: 1 }))
  const { wrapper } = await mountScreen(MissingList, { props: { book: bookOf(walked) } })
  const [first, second] = wrapper.findAll('.room').map((row) => row.text())
  expect(first).toContain('A机房')
  expect(first).toContain('1/2 台已齐')
  expect(second).toContain('1/1 台已齐')
  expect(wrapper.findAll('a')).toHaveLength(1)
})
