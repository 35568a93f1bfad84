import { shallowRef } from 'vue'
import { type AssetFacts, describeAssets, type FactsBefore, restoreAssets } from '@/actions/describeAssets'
import type { useSaving } from '@/components/useSaving'

/** Changes many assets, and offers to undo it until the next change. */
export function useBulkChange(saving: ReturnType<typeof useSaving>, then: () => void) {
  const before = shallowRef<FactsBefore | null>(null)

  async function change(ids: readonly string[], set: AssetFacts): Promise<void> {
    await saving.save(async () => {
      before.value = await describeAssets(ids, set)
      then()
    })
  }
  async function undo(): Promise<void> {
    const stood = before.value
    if (stood === null) return
    await saving.save(async () => {
      await restoreAssets(stood)
      before.value = null
      then()
    })
  }
  return { before, change, undo, dismiss: () => { before.value = null } }
}
