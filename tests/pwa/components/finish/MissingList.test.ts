import { expect, it } from 'vitest'
import MissingList from '@/components/finish/MissingList.vue'
import { mountScreen } from '../../support/mountScreen'
import { anItem } from '../review/aReview'
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
