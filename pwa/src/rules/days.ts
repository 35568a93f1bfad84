/** Calendar days as `YYYY-MM-DD` texts, free of clocks and zones. */
const DAY_MS = 86_400_000

export function dayOf(day: string): { readonly year: number; readonly month: number; readonly day: number } {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return { year, month, day: date }
}

const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`)

export const addDays = (day: string, days: number): string =>
  new Date(midnight(day) + days * DAY_MS).toISOString().slice(0, 10)

export const daysBetween = (first: string, last: string): number => (midnight(last) - midnight(first)) / DAY_MS

/** Monday 1 … Sunday 7. */
export const isoWeekday = (day: string): number => new Date(midnight(day)).getUTCDay() || 7

export function lastDayOfMonth(day: string): number {
  const { year, month } = dayOf(day)
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** True for a day that the calendar has, written the one way. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(midnight(text)) && addDays(text, 0) === text
}
