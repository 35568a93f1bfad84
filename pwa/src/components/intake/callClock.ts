/** Times on the line, as they are read out: minutes and seconds, hours only where there are some. Pure. */
export const sinceWords = (ms: number): string => clock(Math.max(0, Math.floor(ms / 1_000)))

/** What is left; past the limit with a minus sign. */
export function leftWords(ms: number): string {
  const seconds = Math.ceil(ms / 1_000)
  return seconds < 0 ? `−${clock(-seconds)}` : clock(seconds)
}

function clock(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor((seconds % 3_600) / 60), seconds % 60]
  const two = (n: number): string => String(n).padStart(2, '0')
  return hours > 0 ? `${String(hours)}:${two(minutes)}:${two(rest)}` : `${two(minutes)}:${two(rest)}`
}
