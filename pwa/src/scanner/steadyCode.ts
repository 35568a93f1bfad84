import type { DecodedCode } from './decoder'

/**
 * Which code does the person mean? Fed with what each video frame shows, pure, so that the clock can be any clock.
 *
 *   nothing ──a code──▶ one ──the same one for 300 ms──▶ taken
 *      ▲                 │ a second code
 *      └──gone 1.5 s── several: rows to tap; a code never takes itself while others were just in view
 *
 * A row stays 1.5 s after its code was last seen: it must not move while the thumb is on its way. For the same reason
 * a code keeps its number as long as it has a row. A code that was put aside (foreign, unknown) is not taken again
 * before it has left the picture.
 */
export const STEADY_MS = 300
export const GAP_MS = 250 // a blurred frame in between is not a new start
export const ROW_STAYS_MS = 1_500
export const HINT_AFTER_MS = 8_000

export interface SeenCode extends DecodedCode {
  readonly number: number
  readonly first_at: number
  readonly last_at: number
}

export interface ScanView {
  readonly codes: readonly SeenCode[]
  /** The text that was taken by itself; the caller acts once, then calls `putAside` or leaves. */
  readonly taken: string | null
  readonly hint: boolean
  readonly quiet_since: number
  /** Put aside: text → when it was last seen. */
  readonly aside: ReadonlyMap<string, number>
}

export interface Frame {
  readonly at: number
  readonly codes: readonly DecodedCode[]
}

export function startScanning(at: number): ScanView {
  return { codes: [], taken: null, hint: false, quiet_since: at, aside: new Map() }
}

export function seeFrame(view: ScanView, { at, codes }: Frame): ScanView {
  const distinct = [...new Map(codes.filter(({ text }) => text !== '').map((code) => [code.text, code])).values()]
  const aside = keepAside(view.aside, distinct, at)
  const fresh = distinct.filter(({ text }) => !aside.has(text))
  const seen = [...keepRows(view.codes, fresh, aside, at), ...newRows(view.codes, fresh, at)].sort((a, b) => a.number - b.number)
  const quiet_since = distinct.length > 0 ? at : view.quiet_since

  return { codes: seen, taken: takenOf(seen, at), hint: at - quiet_since >= HINT_AFTER_MS, quiet_since, aside }
}

/** The caller could not use this code (foreign, unknown, of another room): do not take it again while it is in view. */
export function putAside(view: ScanView, text: string, at: number): ScanView {
  return {
    ...view,
    codes: view.codes.filter((code) => code.text !== text),
    taken: null,
    aside: new Map(view.aside).set(text, at),
  }
}

function takenOf(seen: readonly SeenCode[], at: number): string | null {
  const [only] = seen
  if (!only || seen.length > 1 || only.last_at !== at) return null
  return at - only.first_at >= STEADY_MS ? only.text : null
}

function keepRows(rows: readonly SeenCode[], fresh: readonly DecodedCode[], aside: ReadonlyMap<string, number>, at: number): SeenCode[] {
  const several = rows.length > 1
  return rows.flatMap((row) => {
    if (aside.has(row.text)) return []
    const again = fresh.find(({ text }) => text === row.text)
    if (again) {
      // Steadiness counts from an unbroken look, and only from when the others were gone.
      const unbroken = at - row.last_at <= GAP_MS && !several
      return [{ ...row, corners: again.corners, first_at: unbroken ? row.first_at : at, last_at: at }]
    }
    const stays = several || fresh.length > 0 ? ROW_STAYS_MS : GAP_MS
    return at - row.last_at <= stays ? [row] : []
  })
}

function newRows(rows: readonly SeenCode[], fresh: readonly DecodedCode[], at: number): SeenCode[] {
  const taken_numbers = new Set(rows.map(({ number }) => number))
  return fresh
    .filter(({ text }) => !rows.some((row) => row.text === text))
    .sort((a, b) => topOf(a) - topOf(b))
    .map((code) => {
      let number = 1
      while (taken_numbers.has(number)) number += 1
      taken_numbers.add(number)
      return { ...code, number, first_at: at, last_at: at }
    })
}

function keepAside(aside: ReadonlyMap<string, number>, seen: readonly DecodedCode[], at: number): Map<string, number> {
  const kept = new Map<string, number>()
  for (const [text, last] of aside) {
    const still = seen.some((code) => code.text === text)
    if (still || at - last <= ROW_STAYS_MS) kept.set(text, still ? at : last)
  }
  return kept
}

const topOf = ({ corners }: DecodedCode) => Math.min(...corners.map(({ y }) => y))
