import { ref, type Ref } from 'vue'
import type { AssetView } from '../domain/types'

/** An asset: what it is, tickets, readings, history. */
export function useAsset(id: Ref<string>): Ref<AssetView | null> {
  return ref(null)
}
