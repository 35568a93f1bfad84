import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { shallowRef } from 'vue'
import type { AnswerFields, RoundBook } from '@/domain/types'
import { bookOf, cellOf, sheetOf } from '../../components/items/aCell'
import { anItem } from '../../components/review/aReview'
import { mountScreen } from '../../support/mountScreen'

const shown = vi.hoisted(() => ({ book: null as unknown, set: (): Promise<unknown> => Promise.resolve() }))
vi.mock('@/composables/useRound', () => ({ useRound: () => shown.book }))
vi.mock('@/actions/setAllNormal', () => ({ setAllNormal: () => shown.set() }))
const { default: AssetScreen } = await import('@/screens/round/AssetScreen.vue')

const NORMAL: Partial<AnswerFields> = { value: 'normal' }
const bookWith = (answer: Partial<AnswerFields> | null): RoundBook => {
  const sheet = sheetOf('nvr-02', [cellOf(anItem('lamp', 1), answer), cellOf(anItem('fan', 2), answer)])
  return bookOf([{ ...sheet, done: answer ? 2 : 0, total: 2 }])
}

/** Pressed, and on the way to the items: on disk and seen by the page, but the next page is not there yet. */
async function onTheWay() {
  const book = shallowRef<RoundBook | null>(bookWith(null))
  shown.book = book
  shown.set = () => {
    book.value = bookWith(NORMAL)
    return Promise.resolve({ count: 2, undo: () => Promise.resolve() })
  }
  const screen = await mountScreen(AssetScreen, { at: `/rounds/r/assets/${book.value?.sheets[0]?.asset.id}` })
  let arrive!: () => void
  const loaded = new Promise<void>((resolve) => (arrive = resolve))
  screen.router.beforeEach(() => loaded.then(() => true))
  const button = screen.wrapper.get('.btn.p')
  const before = button.text()
  await button.trigger('click')
  await flushPromises()
  return { ...screen, button, before, arrive }
}

describe('all normal with one tap', () => {
  it('says nothing new until the items are there: a tap on "finish" would be lost', async () => {
    const { button, before } = await onTheWay()
    expect(before).toBe('2 项全部正常')
    expect(button.attributes('aria-busy')).toBe('true')
    expect(button.text()).toBe(before)
  })
  it('leads to the items', async () => {
    const { router, arrive } = await onTheWay()
    arrive()
    await vi.waitFor(() => expect(router.currentRoute.value.name).toBe('items'))
  })
})
