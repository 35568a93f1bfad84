/** Clocks as they are shown: H:MM:SS under a day, then days and hours; past the limit with a true minus. */
const SECOND_MS = 1_000
const DAY_S = 86_400

/** `days`: how this language says a day and hours, e.g. (1, 3) → 1 天 3 小时. */
export function clockFigure(left_ms: number, days: (days: number, hours: number) => string): string {
  const late = left_ms < 0
  const seconds = late ? Math.floor(-left_ms / SECOND_MS) : Math.ceil(left_ms / SECOND_MS)
  const figure = seconds >= DAY_S ? days(Math.floor(seconds / DAY_S), Math.floor((seconds % DAY_S) / 3600)) : hoursFigure(seconds)
  return late ? `−${figure}` : figure
}

function hoursFigure(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${Math.floor(seconds / 3600)}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`
}
