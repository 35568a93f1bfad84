/** When it was noticed, as somebody says it on the phone: `10` minutes ago, `13:56`, `11-29 13:56`. Pure. */
import { dueAt, localDay } from '@/rules/dueAt'

const DAY_MS = 86_400_000

/** The instant meant; null where nothing was said, undefined where it cannot be read. Never later than now. */
export function foundAt(typed: string, now: Date, timeZone: string): string | null | undefined {
  const text = typed.trim()
  if (text === '') return null
  const ago = /^(\d{1,4})\s*(?:\u5206\u949f?\u524d?|min|minutes|m)?$/u.exec(text)?.[1]
  if (ago !== undefined) return new Date(now.getTime() - Number(ago) * 60_000).toISOString()
  const wall = /^(?:(?:(\d{4})-)?(\d{1,2})-(\d{1,2})\s+)?(\d{1,2})[:\uff1a](\d{2})$/u.exec(text)
  if (wall === null) return undefined
  const [, year, month, day, hour = '', minute = ''] = wall
  if (Number(hour) > 23 || Number(minute) > 59) return undefined
  const today = localDay(now.toISOString(), timeZone)
  const time = `${hour.padStart(2, '0')}:${minute}`
  if (month === undefined || day === undefined) return lastOf(today, time, now, timeZone)
  const date = `${year ?? today.slice(0, 4)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (Number.isNaN(Date.parse(`${date}T00:00Z`))) return undefined
  const at = dueAt(date, time, timeZone)
  return Date.parse(at) > now.getTime() ? undefined : at
}

/** Today at that time; yesterday where today it is still to come. */
function lastOf(today: string, time: string, now: Date, timeZone: string): string {
  const at = dueAt(today, time, timeZone)
  if (Date.parse(at) <= now.getTime()) return at
  const yesterday = new Date(Date.parse(`${today}T00:00Z`) - DAY_MS).toISOString().slice(0, 10)
  return dueAt(yesterday, time, timeZone)
}
