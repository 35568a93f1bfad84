/** What the scans prove: who stood in front of what, how long it took, whether the order is one that can be walked. */
import type { Asset, AssetSheet, Scan } from '@/domain/types'

export interface Presence {
  readonly scanned: number
  readonly total: number
  readonly minutes: number | null
  /** order: as planned · other: another way round · quick: two rooms within seconds · none: nothing to judge by. */
  readonly order: 'planned' | 'other' | 'quick' | 'none'
  readonly unscanned: readonly Asset[]
  /** Taken without the camera on the tag: typed, from a picture, or called unreadable. */
  readonly by_hand: readonly Scan[]
  /** The scan that reached the server last, when that was more than five minutes after it was taken. */
  readonly late: Scan | null
}

const QUICK_MS = 10_000
const LATE_MS = 300_000
const MINUTE_MS = 60_000

type Walked = Pick<AssetSheet, 'asset' | 'scan' | 'room'>

export function presenceOf(sheets: readonly Walked[]): Presence {
  const visited = sheets.flatMap((sheet) => (sheet.scan ? [{ ...sheet, scan: sheet.scan }] : []))
  const inTime = [...visited].sort((a, b) => Date.parse(a.scan.at) - Date.parse(b.scan.at))
  const [first, last] = [inTime[0], inTime.at(-1)]
  return {
    scanned: visited.length,
    total: sheets.length,
    minutes: first && last && first !== last ? minutesBetween(first.scan.at, last.scan.at) : null,
    order: orderOf(visited, inTime),
    unscanned: sheets.filter(({ scan }) => !scan).map(({ asset }) => asset),
    by_hand: visited.map(({ scan }) => scan).filter(({ method }) => method !== 'camera'),
    late: latest(visited.map(({ scan }) => scan).filter(isLate)),
  }
}

type Visited = Walked & { readonly scan: Scan }
function orderOf(planned: readonly Visited[], inTime: readonly Visited[]): Presence['order'] {
  if (planned.length < 2) return 'none'
  const quick = inTime.some((visit, at) => {
    const before = inTime[at - 1]
    const apart = before ? Date.parse(visit.scan.at) - Date.parse(before.scan.at) : Infinity
    return before !== undefined && before.room?.id !== visit.room?.id && apart < QUICK_MS
  })
  if (quick) return 'quick'
  return planned.every((visit, at) => visit === inTime[at]) ? 'planned' : 'other'
}

const minutesBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / MINUTE_MS)
const isLate = ({ at, received_at }: Scan) => received_at !== null && Date.parse(received_at) - Date.parse(at) > LATE_MS
const latest = (scans: readonly Scan[]) =>
  [...scans].sort((a, b) => Date.parse(b.received_at ?? b.at) - Date.parse(a.received_at ?? a.at))[0] ?? null
