import { useI18n } from 'vue-i18n'
import type { Asset, ItemCell, PhotoView } from '@/domain/types'
import { useFormat } from '@/format/useFormat'

/** How items, assets and photos are called on the desk: the same words in lists, pins and dialogs. */
export function useItemWords() {
  const { t } = useI18n()
  const format = useFormat()

  const assetName = (asset: Asset | null): string => (asset ? `${format.name(asset)} ${asset.code}` : t('review.whole_round'))
  const itemName = (cell: Pick<ItemCell, 'item' | 'ordinal'>): string => `${cell.ordinal} ${format.title(cell.item)}`
  return {
    assetName,
    itemName,
    itemOnAsset: (cell: ItemCell): string =>
      t('review.item_on_asset', { asset: cell.asset?.code ?? t('review.whole_round'), item: itemName(cell) }),
    photoName: (cell: ItemCell, photos: readonly PhotoView[], view: PhotoView): string => {
      const name = t('common.photo_of', { of: format.title(cell.item), n: photos.indexOf(view) + 1 })
      return view.photo.markup?.marks.length ? t('review.photo_name_drawn', { name, drawn: t('common.photo_drawn') }) : name
    },
  }
}
