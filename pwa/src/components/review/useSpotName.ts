import { useI18n } from 'vue-i18n'
import type { Comment, ItemCell } from '@/domain/types'
import { cellsOf, pinKey } from './lookedAt'
import { useReviewDesk } from './reviewDesk'
import { useItemWords } from './useItemWords'

type Spot = Pick<Comment, 'asset_id' | 'check_key' | 'photo_id'>

/** How the place of a comment is called: "6 风扇与滤网·照片 1". */
export function useSpotName() {
  const { t } = useI18n()
  const { review } = useReviewDesk()
  const words = useItemWords()
  const cellAt = (spot: Spot): ItemCell | null =>
    (review.value ? cellsOf(review.value.book) : []).find(({ key }) => key === pinKey(spot)) ?? null

  function spotName(spot: Spot): string {
    const cell = cellAt(spot)
    const at = cell?.photos.filter(({ photo }) => photo.withdrawn_at === null).findIndex(({ photo }) => photo.id === spot.photo_id) ?? -1
    const name = cell ? words.itemName(cell) : t('review.whole_round')
    return at < 0 ? name : t('review.spot_on_photo', { name, n: at + 1 })
  }
  return { cellAt, spotName }
}
