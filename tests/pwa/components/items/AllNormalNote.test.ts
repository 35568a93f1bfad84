import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { h } from 'vue'
import AllNormalNote from '@/components/items/AllNormalNote.vue'
import { allNormalUndo } from '@/components/items/allNormalUndo'
import { providePageSaving } from '@/components/items/pageSaving'
import { mountScreen } from '../../support/mountScreen'

const undo = vi.fn(() => Promise.resolve())
const offer = { round_id: 'round-1', asset_id: 'ups-01', count: 7, at: '2026-11-22T13:58:00+08:00', undo }
const Page = { setup: () => (providePageSaving(), () => h(AllNormalNote, { roundId: 'round-1', assetId: 'ups-01' })) }

async function note() {
  allNormalUndo.value = offer
  const { wrapper } = await mountScreen(Page)
  await new Promise((resolve) => setTimeout(resolve))
  return wrapper
}
afterEach(() => (allNormalUndo.value = null))

describe('"7 items set to normal"', () => {
  it('can be taken back', async () => {
    const page = await note()
    expect(page.text()).toContain('7 项记为正常 13:58')
    await page.get('button').trigger('click')
    await flushPromises()
    expect(undo).toHaveBeenCalledOnce()
    expect(page.find('.note').exists()).toBe(false)
  })
  it('goes with the next tap elsewhere', async () => {
    const page = await note()
    document.body.click()
    await flushPromises()
    expect(page.find('.note').exists()).toBe(false)
  })
  it('is not offered on another asset', async () => {
    allNormalUndo.value = { ...offer, asset_id: 'nvr-01' }
    const { wrapper } = await mountScreen(Page)
    expect(wrapper.find('.note').exists()).toBe(false)
  })
})
