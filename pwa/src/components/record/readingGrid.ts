import { trendOf } from '@/components/items/readingTrend'
import type { Reading, TemplateItem } from '@/domain/types'

/** The last readings of an asset as a table: one column a round, one row an item. Pure. */
export interface ReadingGrid {
  readonly columns: readonly Pick<Reading, 'at' | 'round_id'>[]
  readonly rows: readonly { readonly item: TemplateItem; readonly figures: readonly (string | null)[] }[]
}
export type ReadingSeries = Readonly<Record<string, readonly Reading[]>>

const COLUMNS = 5

export function readingGrid(items: readonly TemplateItem[], series: ReadingSeries): ReadingGrid {
  const shown = items.filter((item) => item.kind === 'reading' && (series[item.check_key]?.length ?? 0) > 0)
  const all = shown.flatMap((item) => series[item.check_key] ?? [])
  const rounds = new Map(all.map((reading) => [reading.round_id, reading]))
  const columns = [...rounds.values()].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)).slice(-COLUMNS)
  const rows = shown.map((item) => ({
    item,
    figures: columns.map(({ round_id }) => series[item.check_key]?.find((reading) => reading.round_id === round_id)?.value ?? null),
  }))
  return { columns, rows }
}

/** The one line worth drawing: what is on its way to a limit, else what lies closest to one. */
export function mostNotable(items: readonly TemplateItem[], series: ReadingSeries): TemplateItem | null {
  const limited = items.filter((item) => (item.low ?? item.high) !== null && (series[item.check_key]?.length ?? 0) > 1)
  const drifting = limited.filter((item) => headsForLimit(item, series[item.check_key] ?? []))
  const by_room = (a: TemplateItem, b: TemplateItem) => roomLeft(a, series) - roomLeft(b, series)
  return [...(drifting.length > 0 ? drifting : limited)].sort(by_room)[0] ?? null
}

function headsForLimit({ low, high }: TemplateItem, readings: readonly Reading[]): boolean {
  const last = readings.at(-1)
  const trend = last ? trendOf(readings.slice(0, -1), last.value) : null
  return trend !== null && (trend.heading === 'rising' ? high !== null : low !== null)
}

/** How far the last value is from its nearest limit, as a share of the limit: 0 at the limit, below 0 beyond it. */
function roomLeft({ check_key, low, high }: TemplateItem, series: ReadingSeries): number {
  const value = Number(series[check_key]?.at(-1)?.value)
  const above = high === null ? Infinity : (Number(high) - value) / (Math.abs(Number(high)) || 1)
  const below = low === null ? Infinity : (value - Number(low)) / (Math.abs(Number(low)) || 1)
  return Math.min(above, below)
}
