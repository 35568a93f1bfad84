import { ref, type Ref } from 'vue'
import type { Scan } from '../domain/types'

/** Where a tag could not be read, by asset, newest first. */
export function useTagReports(): Ref<ReadonlyMap<string, readonly Scan[]>> {
  return ref(new Map())
}
