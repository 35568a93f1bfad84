/**
 * Public holidays and make-up days (调休) of mainland China, as the State Council announces them each autumn.
 * 2026: 国务院办公厅关于2026年部分节假日安排的通知，国办发明电〔2025〕7号, 4 November 2025.
 */
import { addDays, daysBetween } from './days'
import type { PolicyCalendar } from './workCalendar'

/** First and last day off, both included. */
const OFF_2026 = [
  ['2026-01-01', '2026-01-03'], // 元旦
  ['2026-02-15', '2026-02-23'], // 春节
  ['2026-04-04', '2026-04-06'], // 清明节
  ['2026-05-01', '2026-05-05'], // 劳动节
  ['2026-06-19', '2026-06-21'], // 端午节
  ['2026-09-25', '2026-09-27'], // 中秋节
  ['2026-10-01', '2026-10-07'], // 国庆节
] as const
const WORKED_2026 = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'] as const

const daysOf = ([first, last]: readonly [string, string]): string[] =>
  Array.from({ length: daysBetween(first, last) + 1 }, (_, n) => addDays(first, n))

export const CHINA_2026: PolicyCalendar['days'] = Object.fromEntries([
  ...OFF_2026.flatMap(daysOf).map((day) => [day, 'holiday'] as const),
  ...WORKED_2026.map((day) => [day, 'working'] as const),
])
