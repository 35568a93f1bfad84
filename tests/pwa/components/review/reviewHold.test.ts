import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Review } from '@/domain/types'
import { aComment, aReview, aRound } from './aReview'
import { decide, openReview, settle, write } from './reviewScreen'
import type { OpenReview } from './reviewScreen'

let opened: OpenReview | null = null
async function open(...args: Parameters<typeof openReview>): Promise<OpenReview> {
  opened = await openReview(...args)
  return opened
}
// Read only here: what is imported above is there before reviewScreen.ts holds its parts.
let [DWELL_MS, SIGN_EVERY_MS] = [0, 0]
beforeAll(async () => {
  await import('@/screens/review/ReviewScreen.vue')
  const times = await import('@/components/review/useReviewHold')
  DWELL_MS = times.DWELL_MS
  SIGN_EVERY_MS = times.SIGN_EVERY_MS
}, 60_000)
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }))
afterEach(() => {
  opened?.page.unmount()
  document.body.innerHTML = ''
  vi.useRealTimers()
})

const heldBy = (reviewer_id: string): Review =>
  aReview({}, { round: aRound({ reviewer_id, review_taken_at: '2026-11-22T15:00:00+08:00' }), comments: [aComment('c-1')] })

describe('a round that one stays at', () => {
  it('is taken after a while, and left with the screen', async () => {
    const { page } = await open()
    expect(write.takeReview).not.toHaveBeenCalled()
    vi.advanceTimersByTime(DWELL_MS)
    expect(write.takeReview).toHaveBeenCalledWith('round-2', { over: false })
    await settle()
    page.unmount()
    opened = null
    expect(write.leaveReview).toHaveBeenCalledWith('round-2')
  })

  it('gives a sign again as long as one is at work at it, and none while nobody is there', async () => {
    const { press, shown } = await open()
    vi.advanceTimersByTime(DWELL_MS)
    shown.value = heldBy('manager-2')
    await press('j')
    vi.advanceTimersByTime(SIGN_EVERY_MS)
    expect(write.takeReview).toHaveBeenCalledTimes(2)
    vi.advanceTimersByTime(2 * SIGN_EVERY_MS)
    expect(write.takeReview).toHaveBeenCalledTimes(2)
  })
})

describe('a round that another supervisor looks at', () => {
  it('says so, is not taken by looking, and is taken over knowingly', async () => {
    const { text, press } = await open(heldBy('manager-9'))
    expect(text()).toContain('正在看这一轮')
    vi.advanceTimersByTime(DWELL_MS)
    expect(write.takeReview).not.toHaveBeenCalled()
    await press('t')
    expect(write.takeReview).toHaveBeenCalledWith('round-2', { over: true })
  })

  it('is decided on only after a question that names it', async () => {
    const { press, dialog, click } = await open(heldBy('manager-9'))
    await press('a')
    expect(dialog()).toContain('确定由您来定吗')
    await click('再看看')
    await press('b')
    expect(dialog()).toContain('确定由您来定吗')
    expect(decide.sendBack).not.toHaveBeenCalled()
  })

  it('is free again half an hour after the last sign', async () => {
    const { text } = await open(aReview({}, { round: aRound({ reviewer_id: 'manager-9', review_taken_at: '2026-11-22T14:40:00+08:00' }) }))
    expect(text()).not.toContain('正在看这一轮')
  })
})
