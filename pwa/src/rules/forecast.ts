/**
 * Whether a reading that is still inside its limits is on its way out, and in about how many days.
 *
 * The slope is robust (Theil–Sen: the median of the slopes between all pairs), so that one odd reading does not make it;
 * nine in ten pairs must agree on the direction; and nobody looks further ahead than twice the time that was observed.
 * All arithmetic is in whole numbers, so that phone and server say the same.
 */
import type { Forecast, Reading } from '../domain/types'
import { decimal } from './decimal'
import type { Decimal } from './decimal'
import { readingVerdict } from './readings'
import type { Limits } from './readings'

export const FEWEST_READINGS = 5
export const MOST_READINGS = 8
export const AGREEING_TENTHS = 9
export const AHEAD_FACTOR = 2
const DAY_MS = 86_400_000

interface Point { readonly at: number; readonly value: bigint }
interface Slope { readonly rise: bigint; readonly run: bigint }

/** Look ahead from the readings of one check of one asset, in whatever order; null where nothing is to be said. */
export function forecast(item: Limits, entries: readonly Reading[]): Forecast | null {
  const known = [...entries]
    .flatMap(({ value, at, round_id }) => {
      const figure = decimal(value)
      return figure ? [{ figure, value, at: Date.parse(at), round_id }] : []
    })
    .sort((a, b) => a.at - b.at || (a.round_id < b.round_id ? -1 : 1))
    .slice(-MOST_READINGS)
  if (readingVerdict(item, known.at(-1)?.value ?? null) !== 'within') return null
  const [low, high] = [decimal(item.low), decimal(item.high)]
  const scale = Math.max(...known.map(({ figure }) => figure.scale), low?.scale ?? 0, high?.scale ?? 0)
  const points = known.map(({ figure, at }): Point => ({ at, value: whole(figure, scale) }))
  if (new Set(points.map(({ at }) => at)).size < FEWEST_READINGS) return null
  const slopes = slopesOf(points)
  const limit = heading(slopes)
  const bound = limit === 'low' ? low : high
  const [first, last] = [points[0], points.at(-1)]
  if (limit === null || bound === null || !first || !last) return null
  const slope = median(slopes, limit === 'high')
  if (!slope) return null
  const steepness = size(slope.rise)
  const left = size(whole(bound, scale) - last.value) * slope.run
  if (left > BigInt(AHEAD_FACTOR) * BigInt(last.at - first.at) * steepness) return null
  const day = steepness * BigInt(DAY_MS)
  const days = Number((left + day - 1n) / day)
  return { limit, days: Math.max(days, 1), readings: points.length }
}

function slopesOf(points: readonly Point[]): Slope[] {
  return points.flatMap((before, at) =>
    points.slice(at + 1).flatMap((after) => (after.at > before.at ? [{ rise: after.value - before.value, run: BigInt(after.at - before.at) }] : [])),
  )
}

function heading(slopes: readonly Slope[]): Forecast['limit'] | null {
  const enough = slopes.length * AGREEING_TENTHS
  if (slopes.filter(({ rise }) => rise > 0n).length * 10 >= enough) return 'high'
  return slopes.filter(({ rise }) => rise < 0n).length * 10 >= enough ? 'low' : null
}

/** Of two in the middle the one less steep. */
function median(slopes: readonly Slope[], rising: boolean): Slope | undefined {
  const inOrder = [...slopes].sort((one, other) => {
    const difference = one.rise * other.run - other.rise * one.run
    return difference < 0n ? -1 : difference > 0n ? 1 : 0
  })
  return inOrder[Math.floor((rising ? inOrder.length - 1 : inOrder.length) / 2)]
}

const size = (number: bigint): bigint => (number < 0n ? -number : number)
const whole = (number: Decimal, scale: number): bigint => number.digits * 10n ** BigInt(scale - number.scale)
