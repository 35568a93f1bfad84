/** Mainland China's public holidays as entries of a project's calendar, each with its name. */
import type { CalendarDayFields } from '@/actions/describeCalendarDays'
import { CHINA_HOLIDAYS, CHINA_WORKED, WORKED_NAMES } from '@/rules/publicHolidays'

/** None for a year that has not been announced. */
export function chinaDays(year: number): CalendarDayFields[] {
  const of_year = (day: string): boolean => day.startsWith(`${String(year)}-`)
  return [
    ...CHINA_HOLIDAYS.filter(({ day }) => of_year(day)).map((one) => ({ ...one, kind: 'holiday' as const })),
    ...CHINA_WORKED.filter(of_year).map((day) => ({ day, until: day, kind: 'workday' as const, ...WORKED_NAMES })),
  ]
}
