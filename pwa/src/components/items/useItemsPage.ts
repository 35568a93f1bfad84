/** Which items are shown, which one is open, and where the foot leads. The open one is in the address, so a killed
    browser comes back to it. */
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { AssetSheet, ItemCell, RoundBook } from '@/domain/types'
import { firstOpen, footAction, nextOpen, type FootAction } from './itemOrder'

export interface ItemsSectionView {
  readonly key: string
  readonly sheet: AssetSheet | null
  readonly cells: readonly ItemCell[]
}

/** An item that needs the whole page: a reading with its keys, a finding with its fields, whatever is photographed or scanned. */
export function needsPage({ item, answer, proof }: ItemCell): boolean {
  const pictured = item.kind === 'photo' || item.kind === 'scan' || item.photo === 'required' || proof.spot_check
  return pictured || answer?.value === 'abnormal' || (item.kind === 'reading' && answer?.value !== 'not_applicable')
}

export function useItemsPage(book: Ref<RoundBook | null>) {
  const route = useRoute()
  const router = useRouter()
  const assetId = computed(() => (route.params['asset'] as string | undefined) ?? null)
  /** The whole round in one list, asset by asset. */
  const everything = computed(() => route.query['all'] !== undefined)
  const openKey = ref<string | null>(null)
  const whole = ref(false)
  const last = ref<string | null>(null)

  const sections: ComputedRef<ItemsSectionView[]> = computed(() => {
    if (!book.value) return []
    const { sheets, round_cells } = book.value
    const shown = everything.value ? sheets : sheets.filter((sheet) => sheet.asset.id === assetId.value)
    const ofAssets = shown.map((sheet) => ({ key: sheet.asset.id, sheet, cells: sheet.cells }))
    const ofRound = everything.value || assetId.value === null ? [{ key: '-', sheet: null, cells: round_cells }] : []
    return [...ofAssets, ...ofRound].filter((section) => section.cells.length > 0)
  })
  const cells = computed(() => sections.value.flatMap((section) => section.cells))
  const current = computed(() => cells.value.find((cell) => cell.key === openKey.value) ?? null)
  const action: ComputedRef<FootAction | null> = computed(() =>
    book.value && cells.value.length > 0 ? footAction(book.value, cells.value, current.value, last.value) : null,
  )

  function open(cell: ItemCell | null, options: { whole?: boolean } = {}): void {
    last.value = openKey.value
    openKey.value = cell?.key ?? null
    whole.value = cell !== null && (options.whole ?? needsPage(cell))
    if (everything.value) return
    const check = cell?.item.check_key ?? null
    void router.replace({ params: { ...route.params, check }, query: route.query })
  }

  function begin(): void {
    const asked = cells.value.find((cell) => cell.item.check_key === route.params['check'] && !everything.value)
    const first = asked ?? firstOpen(cells.value)
    // A reading or a finding opens when it is asked for; the list comes first, with its undo.
    if (!first || (!asked && needsPage(first))) return
    openKey.value = first.key
    whole.value = needsPage(first)
  }
  const stop = watch(
    cells,
    (found) => {
      if (found.length === 0) return
      begin()
      queueMicrotask(() => stop())
    },
    { immediate: true },
  )

  return {
    sections, cells, current, openKey, whole, everything, assetId, action, open,
    /** Back to the list; what fits into it stays open there. */
    fold(): void {
      whole.value = false
      last.value = openKey.value
      if (current.value && needsPage(current.value)) openKey.value = null
    },
    /** What is open next, after `cell` was filled. */
    goOn: (cell: ItemCell) => open(nextOpen(cells.value, cell.key)),
  }
}
