import { computed, type Ref, ref, shallowRef, watch } from 'vue'
import { getReadings } from '../api/assets'
import type { MeasuredHistory, MeasuredItem, MeasuredReading } from '../domain/types'
import { useOnline } from './useOnline'

export interface ReadingHistory {
  readonly series: Readonly<Ref<readonly MeasuredSeries[]>>
  readonly state: Readonly<Ref<'asking' | 'there' | 'offline' | 'failed'>>
  readonly has_older: Readonly<Ref<boolean>>
  older(): Promise<void>
  again(): Promise<void>
}
/** The readings of one item, oldest first. */
export interface MeasuredSeries { readonly item: MeasuredItem; readonly readings: readonly MeasuredReading[] }

/** What was measured at an asset over the years; read online, never kept. */
export function useReadingHistory(assetId: Readonly<Ref<string>>): ReadingHistory {
  const online = useOnline()
  const pages = shallowRef<readonly MeasuredHistory[]>([])
  const state = ref<'asking' | 'there' | 'offline' | 'failed'>('asking')
  let question = 0

  async function read(before: string | null, earlier: readonly MeasuredHistory[]): Promise<void> {
    const mine = ++question
    if (!online.value) {
      state.value = 'offline'
      return
    }
    state.value = 'asking'
    const page = await getReadings(assetId.value, { check: null, from: null, before }).catch(() => null)
    if (mine !== question) return
    state.value = page === null ? 'failed' : 'there'
    if (page !== null) pages.value = [...earlier, page]
  }
  const again = (): Promise<void> => read(null, [])
  watch([assetId, online], () => {
    pages.value = []
    void again()
  }, { immediate: true })
  const next = computed(() => pages.value.at(-1)?.next ?? null)
  return {
    series: computed(() => seriesOf(pages.value)),
    state,
    has_older: computed(() => next.value !== null),
    older: () => read(next.value, pages.value),
    again,
  }
}

function seriesOf(pages: readonly MeasuredHistory[]): MeasuredSeries[] {
  const items = new Map<string, MeasuredItem>()
  for (const item of pages.flatMap(({ checks }) => checks)) if (!items.has(item.check_key)) items.set(item.check_key, item)
  const readings = pages.flatMap((page) => page.readings).reverse()
  return [...items.values()].map((item) => ({ item, readings: readings.filter(({ check_key }) => check_key === item.check_key) }))
}
