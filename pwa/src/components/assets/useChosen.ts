import { computed, type Ref, shallowRef, watch } from 'vue'
import { useAssetIds } from '@/composables/useAssetIds'
import type { AssetRow, AssetWish } from '@/domain/types'

/** Which assets of a list are ticked. What no longer matches is ticked no more: nothing unseen is changed. */
export function useChosen(rows: Readonly<Ref<readonly AssetRow[] | null>>, wish: Readonly<Ref<AssetWish>>) {
  const idsOf = useAssetIds()
  const chosen = shallowRef<ReadonlySet<string>>(new Set())
  const whole = shallowRef(false)
  const clear = (): void => {
    chosen.value = new Set()
    whole.value = false
  }
  watch(wish, clear)
  const shown = computed(() => (rows.value ?? []).map(({ asset }) => asset.id))
  const all_shown = computed(() => shown.value.length > 0 && shown.value.every((id) => chosen.value.has(id)))

  function toggle(id: string): void {
    const next = new Set(chosen.value)
    if (!next.delete(id)) next.add(id)
    chosen.value = next
    whole.value = false
  }
  function toggleShown(): void {
    if (all_shown.value) clear()
    else chosen.value = new Set([...chosen.value, ...shown.value])
  }
  /** Also those on pages that are not shown yet. */
  async function chooseAll(): Promise<void> {
    const asked = wish.value
    const ids = await idsOf(asked)
    if (asked !== wish.value) return
    chosen.value = new Set(ids)
    whole.value = true
  }
  return { chosen, whole, all_shown, toggle, toggleShown, chooseAll, clear }
}
