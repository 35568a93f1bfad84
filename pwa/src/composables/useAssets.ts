import { ref, type Ref } from 'vue'
import type { AssetFilter, AssetRow } from '../domain/types'

/** Assets that match. */
export function useAssets(filter: Ref<AssetFilter>): Ref<readonly AssetRow[] | null> {
  return ref(null)
}
