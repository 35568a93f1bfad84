import { afterEach, expect, it } from 'vitest'
import ClientChanges from '@/components/signing/ClientChanges.vue'
import ClientFullList from '@/components/signing/ClientFullList.vue'
import { mountScreen } from '../../support/mountScreen'
import { aReview, anAsset } from '../review/aReview'

afterEach(() => {
  document.body.innerHTML = ''
})

it('signing again begins with what changed since: which asset, which item, from what to what', async () => {
  const change = {
    asset: anAsset('ups-01'), title_zh: '负载率', title_en: 'Load', check_key: 'load', field: 'reading', from: '-46', to: '46', by: null,
  } as const
  const { wrapper } = await mountScreen(ClientChanges, { props: { changes: [change] } })
  expect(wrapper.text().replace(/\s+/g, ' ')).toMatch(/上次签字后改了 1 处： ?UPS-01 负载率 −46 →.*46/)
})

it('a photo of the full list is enlarged by one press, with nothing to change it by', async () => {
  const { wrapper } = await mountScreen(ClientFullList, { props: { book: aReview().book, open: true } })
  await wrapper.get('button[aria-haspopup="dialog"]').trigger('click')
  const shown = wrapper.get('dialog.full')
  expect(shown.attributes('open')).toBeDefined()
  expect(shown.findAll('button')).toHaveLength(1)
})
