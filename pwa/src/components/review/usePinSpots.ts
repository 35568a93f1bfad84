import { computed } from 'vue'
import type { PhotoView } from '@/domain/types'
import type { PinSpot } from './PhotoStage.vue'
import { useReviewDesk } from './reviewDesk'

/** The numbers that stand on one photo: pinned comments, and the one being written. */
export function usePinSpots(view: () => PhotoView | null) {
  const { pins, draft } = useReviewDesk()
  return computed<PinSpot[]>(() => {
    const id = view()?.photo.id
    const open = pins.value.open.flatMap(({ number, comment: { photo_id, x, y } }) =>
      photo_id === id && x !== null && y !== null ? [{ number, x, y, draft: false }] : [],
    )
    const { photo_id, x, y } = draft.spot.value ?? { photo_id: null, x: null, y: null }
    if (id === undefined || photo_id !== id || x === null || y === null) return open
    return [...open, { number: pins.value.open.length + 1, x, y, draft: true }]
  })
}
