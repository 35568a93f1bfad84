/** How long to wait after the k-th failure in a row: doubling, at most a minute, spread so that phones do not march in step. */
const FIRST_MS = 1_000
const LONGEST_MS = 60_000

export function backoffMs(failures: number, random: () => number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1))
  return Math.round(full * (0.5 + random() / 2))
}
