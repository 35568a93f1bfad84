import { computed, ref } from 'vue'
import { useAssets } from '@/composables/useAssets'
import type { AssetCategory, AssetFilter, Place } from '@/domain/types'
import { keepLast } from './keepLast'

/** A list of assets that can be narrowed by words, category and room; what can be chosen comes from all of them. */
export function useAssetFilter() {
  const text = ref('')
  const category = ref<AssetCategory | ''>('')
  const place_id = ref('')
  const filter = computed<AssetFilter>(() => ({ text: text.value.trim(), category: category.value || null, place_id: place_id.value || null }))

  const rows = keepLast(useAssets(filter))
  const all = useAssets(ref({}))
  const categories = computed(() => [...new Set((all.value ?? []).map(({ asset }) => asset.category))])
  const rooms = computed(() => {
    const found = new Map<string, Place>()
    for (const { room, place } of all.value ?? []) {
      const at = room ?? place
      if (at) found.set(at.id, at)
    }
    return [...found.values()].sort((a, b) => a.ordinal - b.ordinal || (a.code < b.code ? -1 : 1))
  })
  const total = computed(() => all.value?.length ?? 0)
  return { text, category, place_id, rows, all, total, categories, rooms }
}

export type AssetFilterState = ReturnType<typeof useAssetFilter>
