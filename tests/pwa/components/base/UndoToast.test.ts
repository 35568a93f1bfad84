import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import UndoToast from '@/components/UndoToast.vue'
import { mountScreen } from '../../support/mountScreen'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

describe('the undo toast', () => {
  it('goes after five seconds', async () => {
    const { wrapper } = await mountScreen(UndoToast, { props: { message: '7 项记为正常' } })
    vi.advanceTimersByTime(4_999)
    expect(wrapper.emitted('gone')).toBeUndefined()
    vi.advanceTimersByTime(1)
    expect(wrapper.emitted('gone')).toHaveLength(1)
  })
  it('waits while it has the focus', async () => {
    const { wrapper } = await mountScreen(UndoToast, { props: { message: '7 项记为正常' } })
    await wrapper.trigger('focusin')
    vi.advanceTimersByTime(60_000)
    expect(wrapper.emitted('gone')).toBeUndefined()
    await wrapper.trigger('focusout')
    vi.advanceTimersByTime(5_000)
    expect(wrapper.emitted('gone')).toHaveLength(1)
  })
  it('undoes once pressed', async () => {
    const { wrapper } = await mountScreen(UndoToast, { props: { message: '7 项记为正常' } })
    await wrapper.get('button').trigger('click')
    expect(wrapper.emitted('undo')).toHaveLength(1)
  })
})
