/** Points in time as the wire writes them. The phone's own time goes out with its offset, never corrected. */

export function toInstant(epochMs: number): string {
  const offsetMinutes = -new Date(epochMs).getTimezoneOffset()
  const local = new Date(epochMs + offsetMinutes * 60_000).toISOString().slice(0, -1)
  const sign = offsetMinutes < 0 ? '-' : '+'
  const minutes = Math.abs(offsetMinutes)
  return `${local}${sign}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
}

export const fromInstant = (instant: string): number => Date.parse(instant)

/** The newer of two instants, either of which may be missing. */
export function later(a: string | null, b: string | null): string | null {
  if (a === null) return b
  if (b === null) return a
  return fromInstant(a) >= fromInstant(b) ? a : b
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')
