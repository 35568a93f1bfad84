/**
 * Public holidays and make-up days (调休) of mainland China, as the State Council announces them each autumn.
 * 2026: 国务院办公厅关于2026年部分节假日安排的通知，国办发明电〔2025〕7号, 4 November 2025.
 */
import { addDays, daysBetween } from './days'
import type { PolicyCalendar } from './workCalendar'

export interface PublicHoliday { readonly day: string; readonly until: string; readonly name_zh: string; readonly name_en: string }

/** First and last day off, both included. */
export const CHINA_HOLIDAYS: readonly PublicHoliday[] = [
  { day: '2026-01-01', until: '2026-01-03', name_zh: '元旦', name_en: "New Year's Day" },
  { day: '2026-02-15', until: '2026-02-23', name_zh: '春节', name_en: 'Spring Festival' },
  { day: '2026-04-04', until: '2026-04-06', name_zh: '清明节', name_en: 'Qingming Festival' },
  { day: '2026-05-01', until: '2026-05-05', name_zh: '劳动节', name_en: 'Labour Day' },
  { day: '2026-06-19', until: '2026-06-21', name_zh: '端午节', name_en: 'Dragon Boat Festival' },
  { day: '2026-09-25', until: '2026-09-27', name_zh: '中秋节', name_en: 'Mid-Autumn Festival' },
  { day: '2026-10-01', until: '2026-10-07', name_zh: '国庆节', name_en: 'National Day' },
]
export const CHINA_WORKED: readonly string[] = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']

export const WORKED_NAMES = { name_zh: '调休上班', name_en: 'Make-up working day' } as const

const daysOf = ({ day, until }: PublicHoliday): string[] => Array.from({ length: daysBetween(day, until) + 1 }, (_, n) => addDays(day, n))

export const CHINA_2026: PolicyCalendar['days'] = Object.fromEntries([
  ...CHINA_HOLIDAYS.flatMap(daysOf).map((day) => [day, 'holiday'] as const),
  ...CHINA_WORKED.map((day) => [day, 'working'] as const),
])
