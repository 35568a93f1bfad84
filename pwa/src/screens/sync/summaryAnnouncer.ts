import { announce } from '@/feedback/announce'

const QUIET_MS = 30_000

/** Reads the summary out at most every 30 s: photos that trickle away are no news one by one. */
export function summaryAnnouncer(now: () => number = () => performance.now()): (text: string) => void {
  let last_at = -QUIET_MS
  return (text) => {
    if (!text || now() - last_at < QUIET_MS) return
    last_at = now()
    announce(text)
  }
}
