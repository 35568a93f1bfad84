import { computed, ref } from 'vue'
import type { AssetCategory, AssetStateWish, AssetWish } from '@/domain/types'

/** What a person has typed and chosen to narrow a list of assets. */
export function useAssetWish() {
  const text = ref('')
  const category = ref<AssetCategory | ''>('')
  const place_id = ref('')
  const state = ref<AssetStateWish | ''>('')
  const wish = computed<AssetWish>(() => ({
    text: text.value.trim(), category: category.value || null, place_id: place_id.value || null, state: state.value || null,
  }))
  const is_narrowed = computed(() => Object.values(wish.value).some((value) => value !== null && value !== ''))
  return { text, category, place_id, state, wish, is_narrowed }
}
