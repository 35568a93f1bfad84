import { nextTick, shallowRef } from 'vue'
import { describe, expect, it } from 'vitest'
import { useReviewWalk } from '@/components/review/useReviewWalk'
import type { Review } from '@/domain/types'
import { aReview } from './aReview'

const walkIn = (review: Review | null = aReview()) => {
  const shown = shallowRef<Review | null>(review)
  return { shown, walk: useReviewWalk(shown) }
}
const here = ({ walk }: ReturnType<typeof walkIn>) => walk.change.value?.cell.key

describe('walking through a round', () => {
  it('begins at the heaviest item and stops at both ends', () => {
    const at = walkIn()
    expect(here(at)).toBe('ups-01/temperature')
    at.walk.step(-1)
    expect(here(at)).toBe('ups-01/temperature')
    for (let n = 0; n < 5; n += 1) at.walk.step(1)
    expect(here(at)).toBe('ups-01/fan')
  })

  it('goes from photo to photo, over what has none', () => {
    const at = walkIn()
    at.walk.only_changes.value = false
    at.walk.stepPhotographed(1)
    expect(here(at)).toBe('ups-01/fan')
    at.walk.stepPhotographed(1)
    at.walk.stepPhotographed(-1)
    expect(here(at)).toBe('ups-01/fan')
  })

  it('walks on into the next asset when plain items are shown', () => {
    const at = walkIn()
    at.walk.only_changes.value = false
    for (let n = 0; n < 4; n += 1) at.walk.step(1)
    expect(here(at)).toBe('ups-02/panel')
    expect(at.walk.group.value?.position).toBe(2)
  })

  it('what leads to a folded item unfolds', () => {
    const at = walkIn()
    at.walk.goTo('ups-03/fan')
    expect(at.walk.only_changes.value).toBe(false)
    expect(here(at)).toBe('ups-03/fan')
  })

  it('photos stop at both ends and begin anew with the next item', async () => {
    const at = walkIn()
    at.walk.goTo('ups-01/fan')
    await nextTick()
    for (let n = 0; n < 3; n += 1) at.walk.stepPhoto(1)
    expect(at.walk.photo_at.value).toBe(1)
    at.walk.step(-1)
    await nextTick()
    expect(at.walk.photo_at.value).toBe(0)
  })

  it('stays at its item when new documents arrive', async () => {
    const at = walkIn()
    at.walk.goTo('ups-01/voltage')
    at.shown.value = aReview()
    await nextTick()
    expect(here(at)).toBe('ups-01/voltage')
  })

  it('a round that is not here yet has nowhere to go', () => {
    const at = walkIn(null)
    at.walk.step(1)
    at.walk.stepPhoto(1)
    at.walk.stepAsset(1)
    expect(at.walk.change.value).toBeNull()
  })
})
