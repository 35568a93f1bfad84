/** The address of the person's own calendar; null until they asked for one. */
import { http, spokenByUs } from './http'

interface CalendarAddress { readonly path: string | null }
const PATH = '/api/roster/feed'

export async function getCalendarAddress(): Promise<string | null> {
  return (spokenByUs(await http({ method: 'GET', path: PATH })) as CalendarAddress).path
}

export async function renewCalendarAddress(): Promise<string | null> {
  return (spokenByUs(await http({ method: 'POST', path: PATH })) as CalendarAddress).path
}
