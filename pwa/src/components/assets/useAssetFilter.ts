import { ref } from 'vue'
import { useAssets } from '@/composables/useAssets'
import { keepLast } from './keepLast'
import { useAssetWish } from './useAssetWish'

/** The assets of this device, narrowed; `all` are those that are not. */
export function useAssetFilter() {
  const { text, category, place_id, wish } = useAssetWish()
  return { text, category, place_id, rows: keepLast(useAssets(wish)), all: useAssets(ref({})) }
}
