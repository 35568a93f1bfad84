import { useI18n } from 'vue-i18n'

/** Time left as interface.md 7 wants it: H:MM:SS under a day, then days and hours; past the limit it counts up, minus. */
export function leftFigure(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const figure = `${hours}:${String(minutes).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
  return ms < 0 ? `−${figure}` : figure
}

const DAY_MS = 86_400_000

export function useClockWords() {
  const { t } = useI18n()
  const left = (ms: number): string => {
    if (Math.abs(ms) < DAY_MS) return leftFigure(ms)
    const hours = Math.floor(Math.abs(ms) / 3_600_000)
    return `${ms < 0 ? '−' : ''}${t('board.days_hours', { days: Math.floor(hours / 24), hours: hours % 24 })}`
  }
  return { left }
}
